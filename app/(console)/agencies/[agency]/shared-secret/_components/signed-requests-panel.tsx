"use client";

import { CircleCheck, CircleMinus } from "lucide-react";
import { useState } from "react";
import { useAction } from "#components/actions/use-action.ts";
import {
	AlertDialog,
	AlertDialogBody,
	AlertDialogFooter,
	AlertDialogText,
} from "#components/ui/alert-dialog.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Panel, PanelBody } from "#components/ui/panel.tsx";
import { useToasts } from "#components/ui/toast.tsx";
import { requireSignedRequestsAction, type SecretPlace } from "../actions.ts";

type SignedRequestsProps = { place: SecretPlace; required: boolean; hasSecret: boolean };

export function SignedRequestsPanel({ place, required, hasSecret }: SignedRequestsProps) {
	const { tellDone, tellWarning } = useToasts();
	const [open, setOpen] = useState(false);
	const change = useAction((input) => requireSignedRequestsAction(place, input));

	const submit = () =>
		change.run({ required: !required }, (done) => {
			setOpen(false);
			if (done.data.propagated) tellDone(done.message);
			else tellWarning(done.message, { text: "Not every process has confirmed it yet." });
		});

	return (
		<Panel
			title="Require signed requests"
			text="A key that leaks is worth nothing without the secret when every request has to be signed."
			action={
				<Button aria-disabled={!hasSecret} onClick={() => hasSecret && setOpen(true)}>
					{required ? "Stop requiring" : "Require signatures"}
				</Button>
			}
		>
			<PanelBody className="space-y-2 text-sm">
				{required ? (
					<Badge tone="good" icon={<CircleCheck aria-hidden />}>
						Required
					</Badge>
				) : (
					<Badge tone="plain" icon={<CircleMinus aria-hidden />}>
						Optional
					</Badge>
				)}
				<p className="text-ink-muted">
					{required
						? "Keys of this agency and of its locations are accepted in signed requests alone. Forward-auth takes the key alone."
						: "A signature that is sent is checked. A request without one is accepted as well."}
					{!hasSecret && " Create the shared secret first."}
				</p>
			</PanelBody>
			<AlertDialog
				open={open}
				onClose={() => setOpen(false)}
				title={required ? "Stop requiring signatures?" : "Require signed requests?"}
			>
				<AlertDialogBody>
					<AlertDialogText>
						<p>
							{required
								? "From then on, whoever has a key of this agency can use it without the shared secret."
								: "From then on, Latchkey's API refuses every request with a key of this agency or its locations that is not signed. Have your systems sign first: a signature is checked already."}
						</p>
					</AlertDialogText>
					{change.refusal && (
						<Notice look="bad" alert>
							{change.refusal.message}
						</Notice>
					)}
				</AlertDialogBody>
				<AlertDialogFooter>
					<Button onClick={() => setOpen(false)}>Cancel</Button>
					<Button look={required ? "danger" : "primary"} pending={change.pending} onClick={submit}>
						{required ? "Stop requiring" : "Require signatures"}
					</Button>
				</AlertDialogFooter>
			</AlertDialog>
		</Panel>
	);
}
