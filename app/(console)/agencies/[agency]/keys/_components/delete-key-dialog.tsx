"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { useAction } from "#components/actions/use-action.ts";
import {
	AlertDialog,
	AlertDialogBody,
	AlertDialogFooter,
	AlertDialogText,
} from "#components/ui/alert-dialog.tsx";
import { Button } from "#components/ui/button.tsx";
import { Field, Input } from "#components/ui/field.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { RESTORABLE_DAYS } from "#lib/core/keys/trash.ts";
import { deleteKeyAction } from "../actions.ts";
import { keysHeading, rowOrHeading } from "./focus-targets.ts";
import { type KeyDialogProps, useActions } from "./key-actions.tsx";
import { KeyUseText } from "./key-use-text.tsx";
import { useChangeToast } from "./use-change-toast.ts";
import { useKeyUse } from "./use-key-use.ts";

/** Says what will break before it breaks. A key in recent use goes only when its title is typed. */
export function DeleteKeyDialog({ site, apiKey, open, onClose, onClosed }: KeyDialogProps) {
	const tellChange = useChangeToast();
	const router = useRouter();
	const { restoreKey } = useActions();
	const [typedTitle, setTypedTitle] = useState("");
	const titleBox = useRef<HTMLInputElement>(null);
	const cancelButton = useRef<HTMLButtonElement>(null);
	const isGone = useRef(false);
	const { keyUse, failure } = useKeyUse(site.place, apiKey.id);
	const remove = useAction((input) => deleteKeyAction(site.place, input));
	const isRestorable = keyUse?.isRestorable ?? true;
	const titleError = remove.refusal?.fields.find((field) => field.field === "typedTitle")?.message;
	const asksTitle = keyUse?.mustTypeTitle || failure !== null || titleError !== undefined;

	useEffect(() => {
		if (titleError) titleBox.current?.focus();
	}, [titleError]);

	function submit(event: FormEvent) {
		event.preventDefault();
		if (!keyUse && !failure) return;
		remove.run({ keyId: apiKey.id, typedTitle }, (done) => {
			isGone.current = true;
			const undo = { label: "Undo", onClick: () => restoreKey(apiKey.id) };
			tellChange("ends", done, isRestorable ? undo : undefined);
			onClose();
			if (site.listHref) router.push(site.listHref);
		});
	}

	return (
		<AlertDialog
			open={open}
			onClose={onClose}
			onClosed={onClosed}
			title={
				<>
					Delete <bdi>“{apiKey.title}”</bdi>?
				</>
			}
			initialFocus={cancelButton}
			finalFocus={() => (isGone.current ? keysHeading() : rowOrHeading(apiKey.id))}
		>
			<form onSubmit={submit} noValidate>
				<AlertDialogBody>
					<AlertDialogText>
						<KeyUseText keyUse={keyUse} failure={failure} />
						<Consequence isRevoked={apiKey.status === "Revoked"} isRestorable={isRestorable} />
					</AlertDialogText>
					{remove.refusal && !titleError && (
						<Notice look="bad" alert>
							{remove.refusal.message}
						</Notice>
					)}
					{asksTitle && (
						<Field
							label={
								<>
									Type <bdi className="font-semibold">{apiKey.title}</bdi> to delete it
								</>
							}
							error={titleError}
						>
							<Input
								ref={titleBox}
								value={typedTitle}
								onChange={(event) => setTypedTitle(event.target.value)}
								autoComplete="off"
								spellCheck={false}
							/>
						</Field>
					)}
				</AlertDialogBody>
				<AlertDialogFooter>
					<Button ref={cancelButton} onClick={onClose}>
						Cancel
					</Button>
					<Button
						type="submit"
						look="danger"
						pending={remove.pending}
						aria-disabled={(!keyUse && !failure) || undefined}
					>
						{remove.pending ? "Deleting…" : "Delete key"}
					</Button>
				</AlertDialogFooter>
			</form>
		</AlertDialog>
	);
}

const Consequence = ({ isRevoked, isRestorable }: { isRevoked: boolean; isRestorable: boolean }) => (
	<p>
		{isRevoked
			? "Everything that sends this key is refused already."
			: "Everything that sends this key is refused from then on."}{" "}
		{isRestorable
			? `It goes to the trash, from where it can be restored for ${RESTORABLE_DAYS} days.`
			: `It is compromised and cannot be restored: the trash keeps it for ${RESTORABLE_DAYS} days, then it goes for good.`}
	</p>
);
