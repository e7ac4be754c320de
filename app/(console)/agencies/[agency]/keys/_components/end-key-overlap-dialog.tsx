"use client";

import { useRef } from "react";
import { useAction } from "#components/actions/use-action.ts";
import {
	AlertDialog,
	AlertDialogBody,
	AlertDialogFooter,
	AlertDialogText,
} from "#components/ui/alert-dialog.tsx";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { relativeTime } from "#components/ui/relative-time-text.ts";
import type { KeySummary } from "#lib/core/keys/key.ts";
import type { OlderSecret } from "#lib/services/keys/describe.ts";
import { endKeyOverlapAction } from "../actions.ts";
import { keysHeading } from "./focus-targets.ts";
import { useActions } from "./key-actions.tsx";
import { useChangeToast } from "./use-change-toast.ts";

export type OverlapDialogProps = {
	apiKey: KeySummary;
	older: OlderSecret;
	open: boolean;
	onClose: () => void;
};

export function EndKeyOverlapDialog({ apiKey, older, open, onClose }: OverlapDialogProps) {
	const tellChange = useChangeToast();
	const { place } = useActions();
	const cancelButton = useRef<HTMLButtonElement>(null);
	const isOver = useRef(false);
	const end = useAction((input) => endKeyOverlapAction(place, input));
	const [latest] = older.senders;

	return (
		<AlertDialog
			open={open}
			onClose={onClose}
			title={
				<>
					End the older secret of <bdi>“{apiKey.title}”</bdi> now?
				</>
			}
			initialFocus={cancelButton}
			finalFocus={() => (isOver.current ? keysHeading() : true)}
		>
			<AlertDialogBody>
				<AlertDialogText>
					<p className="font-medium text-ink">
						{latest
							? `It was last used ${relativeTime(latest.lastUsedAt, Date.now())}${latest.address && ` from ${latest.address}`}.`
							: "Nobody has used it since the rotation."}
					</p>
					<p>
						Whoever still sends it is refused from now on. This cannot be undone. The current secret stays.
					</p>
				</AlertDialogText>
				{end.refusal && (
					<Notice look="bad" alert>
						{end.refusal.message}
					</Notice>
				)}
			</AlertDialogBody>
			<AlertDialogFooter>
				<Button ref={cancelButton} onClick={onClose}>
					Cancel
				</Button>
				<Button
					look="danger"
					pending={end.pending}
					onClick={() =>
						end.run({ keyId: apiKey.id, version: apiKey.version }, (done) => {
							isOver.current = true;
							tellChange("replaces", done);
							onClose();
						})
					}
				>
					{end.pending ? "Ending…" : "End older secret"}
				</Button>
			</AlertDialogFooter>
		</AlertDialog>
	);
}
