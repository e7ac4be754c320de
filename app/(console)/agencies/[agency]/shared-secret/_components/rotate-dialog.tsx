"use client";

import { type FormEvent, useId, useState } from "react";
import { useAction } from "#components/actions/use-action.ts";
import {
	AlertDialog,
	AlertDialogBody,
	AlertDialogFooter,
	AlertDialogText,
} from "#components/ui/alert-dialog.tsx";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { type RadioCard, RadioCards } from "#components/ui/radio-cards.tsx";
import { useToasts } from "#components/ui/toast.tsx";
import type { SharedSecretVersion } from "#lib/core/shared-secret.ts";
import { rotateSharedSecretAction, type SecretPlace } from "../actions.ts";

type RotateDialogProps = {
	place: SecretPlace;
	current: SharedSecretVersion;
	overlap: SharedSecretVersion | undefined;
	open: boolean;
	onClose: () => void;
};

const HOUR = 3_600;
const OVERLAPS = { none: 0, hour: HOUR, day: 24 * HOUR, week: 168 * HOUR, month: 720 * HOUR } as const;

type Overlap = keyof typeof OVERLAPS;

const CARDS: RadioCard<Overlap>[] = [
	{ value: "none", title: "No overlap", text: "It may have leaked: it ends now." },
	{ value: "hour", title: "1 hour", text: "For one system at hand." },
	{ value: "day", title: "1 day", text: "Time to change a few systems." },
	{ value: "week", title: "7 days", text: "For systems of other people." },
	{ value: "month", title: "30 days", text: "The longest that both can count." },
];

export function RotateDialog({ place, current, overlap, open, onClose }: RotateDialogProps) {
	const { tellDone } = useToasts();
	const [chosen, setChosen] = useState<Overlap>("day");
	const rotate = useAction((input) => rotateSharedSecretAction(place, input));
	const labelId = useId();

	function submit(event: FormEvent) {
		event.preventDefault();
		rotate.run({ version: current.version, overlapSeconds: OVERLAPS[chosen] }, (done) => {
			tellDone(done.message);
			onClose();
		});
	}

	return (
		<AlertDialog open={open} onClose={onClose} title="Rotate the shared secret?">
			<form onSubmit={submit}>
				<AlertDialogBody>
					<AlertDialogText>
						<p>
							Version {current.version + 1} is made and signs from now on. Version {current.version} goes on
							for the overlap, so that your systems can change over one by one. After that, what is signed
							with it is refused.
						</p>
					</AlertDialogText>
					{overlap && (
						<Notice look="warn">Version {overlap.version} ends now: no more than two count at a time.</Notice>
					)}
					<div className="space-y-1.5">
						<p id={labelId} className="text-sm font-medium">
							How long version {current.version} goes on
						</p>
						<RadioCards
							value={chosen}
							onChange={setChosen}
							cards={CARDS}
							labelledBy={labelId}
							className="sm:grid-cols-1"
						/>
					</div>
					{chosen === "none" && (
						<Notice look="warn">
							Every system that signs with version {current.version} is refused until it has the new secret.
						</Notice>
					)}
					{rotate.refusal && (
						<Notice look="bad" alert>
							{rotate.refusal.message}
						</Notice>
					)}
				</AlertDialogBody>
				<AlertDialogFooter>
					<Button onClick={onClose}>Cancel</Button>
					<Button type="submit" look="danger" pending={rotate.pending}>
						{rotate.pending ? "Rotating…" : "Rotate secret"}
					</Button>
				</AlertDialogFooter>
			</form>
		</AlertDialog>
	);
}
