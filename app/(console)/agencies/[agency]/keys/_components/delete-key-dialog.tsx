"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl/react";
import { useAction } from "#components/actions/use-action.ts";
import { MARKS } from "#components/texts/marks.tsx";
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
	const t = useTranslations("apiKey.dialogs");
	const tUi = useTranslations("ui");
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
			const undo = { label: tUi("undo"), onClick: () => restoreKey(apiKey.id) };
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
			title={t.rich("remove.title", { ...MARKS, name: apiKey.title })}
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
							label={t.rich("remove.type", {
								name: () => <bdi className="font-semibold">{apiKey.title}</bdi>,
							})}
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
						{tUi("cancel")}
					</Button>
					<Button
						type="submit"
						look="danger"
						pending={remove.pending}
						aria-disabled={(!keyUse && !failure) || undefined}
					>
						{t(remove.pending ? "remove.pending" : "remove.confirm")}
					</Button>
				</AlertDialogFooter>
			</form>
		</AlertDialog>
	);
}

function Consequence({ isRevoked, isRestorable }: { isRevoked: boolean; isRestorable: boolean }) {
	const t = useTranslations("apiKey.dialogs.remove");
	return (
		<p>
			{t(isRevoked ? "refusedAlready" : "refusedThen")}{" "}
			{t(isRestorable ? "restorable" : "compromised", { days: RESTORABLE_DAYS })}
		</p>
	);
}
