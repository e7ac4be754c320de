"use client";

import { type FormEvent, useId, useRef, useState } from "react";
import { useAction } from "#components/actions/use-action.ts";
import {
	AlertDialog,
	AlertDialogBody,
	AlertDialogFooter,
	AlertDialogText,
} from "#components/ui/alert-dialog.tsx";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { RadioCards } from "#components/ui/radio-cards.tsx";
import { ExactTime } from "#components/ui/relative-time.tsx";
import type { OlderSecret } from "#lib/services/keys/describe.ts";
import { extendKeyOverlapAction } from "../actions.ts";
import type { OverlapDialogProps } from "./end-key-overlap-dialog.tsx";
import { keysHeading } from "./focus-targets.ts";
import { useActions } from "./key-actions.tsx";
import { useChangeToast } from "./use-change-toast.ts";

const HOUR_MS = 3_600_000;
const STEPS = [
	["1 more hour", HOUR_MS],
	["1 more day", 24 * HOUR_MS],
	["7 more days", 168 * HOUR_MS],
] as const;

export function ExtendOverlapDialog({ apiKey, older, open, onClose }: OverlapDialogProps) {
	const tellChange = useChangeToast();
	const { place } = useActions();
	const ends = endsOf(older);
	const [chosen, setChosen] = useState<string | null>(null);
	const endsAt = ends.some((end) => end.endsAt === chosen) ? chosen : (ends[0]?.endsAt ?? older.lastEnd);
	const extend = useAction((input) => extendKeyOverlapAction(place, input));
	const labelId = useId();
	const isDone = useRef(false);

	function submit(event: FormEvent) {
		event.preventDefault();
		extend.run({ keyId: apiKey.id, version: apiKey.version, endsAt }, (done) => {
			isDone.current = true;
			tellChange("alters", done);
			onClose();
		});
	}

	return (
		<AlertDialog
			open={open}
			onClose={onClose}
			title={
				<>
					Extend the older secret of <bdi>“{apiKey.title}”</bdi>
				</>
			}
			finalFocus={() => (isDone.current ? keysHeading() : true)}
		>
			<form onSubmit={submit}>
				<AlertDialogBody>
					<AlertDialogText>
						<p>Both secrets go on counting until then: 30 days after the rotation at most.</p>
					</AlertDialogText>
					<div className="space-y-1.5">
						<p id={labelId} className="text-sm font-medium">
							How long it goes on
						</p>
						<RadioCards
							value={endsAt ?? ""}
							onChange={setChosen}
							cards={ends.map((end) => ({
								value: end.endsAt,
								title: end.title,
								text: (
									<>
										Until <ExactTime value={end.endsAt} />
									</>
								),
							}))}
							labelledBy={labelId}
							className="sm:grid-cols-1"
						/>
					</div>
					{extend.refusal && (
						<Notice look="bad" alert>
							{extend.refusal.message}
						</Notice>
					)}
				</AlertDialogBody>
				<AlertDialogFooter>
					<Button onClick={onClose}>Cancel</Button>
					<Button type="submit" look="primary" pending={extend.pending}>
						{extend.pending ? "Extending…" : "Extend"}
					</Button>
				</AlertDialogFooter>
			</form>
		</AlertDialog>
	);
}

/** The ends to choose from; none lies beyond the last one that is allowed. */
function endsOf({ endsAt, lastEnd }: OlderSecret) {
	const steps = STEPS.map(([title, ms]) => ({
		title: title as string,
		endsAt: new Date(new Date(endsAt).getTime() + ms).toISOString(),
	}));
	const last = { title: "As long as possible", endsAt: lastEnd };
	return [...steps.filter((step) => step.endsAt < lastEnd), last];
}
