"use client";

import { CircleCheck, CircleMinus } from "lucide-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import { useTranslations } from "use-intl/react";
import { useAction } from "#components/actions/use-action.ts";
import { Badge } from "#components/ui/badge.tsx";
import { Button } from "#components/ui/button.tsx";
import { Panel, PanelBody } from "#components/ui/panel.tsx";
import { useToasts } from "#components/ui/toast.tsx";
import { useOnceTrue } from "#components/ui/use-once-true.ts";
import { requireSignedRequestsAction, type SecretPlace } from "../actions.ts";

const ConfirmDialog = dynamic(
	() => import("#components/actions/confirm-dialog.tsx").then((module) => module.ConfirmDialog),
	{ ssr: false },
);

type SignedRequestsProps = { place: SecretPlace; required: boolean; hasSecret: boolean };

export function SignedRequestsPanel({ place, required, hasSecret }: SignedRequestsProps) {
	const t = useTranslations("sharedSecret.signed");
	const { tellDone, tellWarning } = useToasts();
	const [open, setOpen] = useState(false);
	const isWanted = useOnceTrue(open);
	const change = useAction((input) => requireSignedRequestsAction(place, input));

	const submit = () =>
		change.run({ required: !required }, (done) => {
			setOpen(false);
			if (done.data.propagated) tellDone(done.message);
			else tellWarning(done.message, { text: t("unconfirmed") });
		});

	return (
		<Panel
			title={t("title")}
			text={t("text")}
			action={
				<Button aria-disabled={!hasSecret} onClick={() => hasSecret && setOpen(true)}>
					{t(required ? "stop" : "start")}
				</Button>
			}
		>
			<PanelBody className="space-y-2 text-sm">
				{required ? (
					<Badge tone="good" icon={<CircleCheck aria-hidden />}>
						{t("required")}
					</Badge>
				) : (
					<Badge tone="plain" icon={<CircleMinus aria-hidden />}>
						{t("optional")}
					</Badge>
				)}
				<p className="text-ink-muted">
					{t(required ? "requiredText" : "optionalText")}
					{!hasSecret && ` ${t("noSecret")}`}
				</p>
			</PanelBody>
			{isWanted && (
				<ConfirmDialog
					open={open}
					onClose={() => setOpen(false)}
					title={t(required ? "stopTitle" : "startTitle")}
					button={required ? { text: t("stop"), look: "danger" } : { text: t("start"), look: "primary" }}
					pending={change.pending}
					refusal={change.refusal}
					onConfirm={submit}
				>
					<p>{required ? t("stopText") : t("startText")}</p>
				</ConfirmDialog>
			)}
		</Panel>
	);
}
