"use client";

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
import { revokeKeyAction } from "../actions.ts";
import { rowOrHeading } from "./focus-targets.ts";
import type { KeyDialogProps } from "./key-actions.tsx";
import { useChangeToast } from "./use-change-toast.ts";

export function RevokeKeyDialog({ site, apiKey, open, onClose, onClosed }: KeyDialogProps) {
	const t = useTranslations("apiKey.dialogs");
	const tUi = useTranslations("ui");
	const tellChange = useChangeToast();
	const [reason, setReason] = useState("");
	const reasonBox = useRef<HTMLInputElement>(null);
	const revoke = useAction((input) => revokeKeyAction(site.place, input));
	const reasonError = revoke.refusal?.fields.find((field) => field.field === "reason")?.message;

	useEffect(() => {
		if (reasonError) reasonBox.current?.focus();
	}, [reasonError]);

	function submit(event: FormEvent) {
		event.preventDefault();
		revoke.run({ keyId: apiKey.id, reason }, (done) => {
			tellChange("ends", done);
			onClose();
		});
	}

	return (
		<AlertDialog
			open={open}
			onClose={onClose}
			onClosed={onClosed}
			title={t.rich("revoke.title", { ...MARKS, name: apiKey.title })}
			initialFocus={reasonBox}
			finalFocus={() => rowOrHeading(apiKey.id)}
		>
			<form onSubmit={submit} noValidate>
				<AlertDialogBody>
					<AlertDialogText>
						<p>{t("revoke.text")}</p>
					</AlertDialogText>
					{revoke.refusal && !reasonError && (
						<Notice look="bad" alert>
							{revoke.refusal.message}
						</Notice>
					)}
					<Field label={t("revoke.reason")} required error={reasonError}>
						<Input
							ref={reasonBox}
							aria-required
							value={reason}
							onChange={(event) => setReason(event.target.value)}
							maxLength={400}
							autoComplete="off"
							placeholder={t("revoke.example")}
						/>
					</Field>
				</AlertDialogBody>
				<AlertDialogFooter>
					<Button onClick={onClose}>{tUi("cancel")}</Button>
					<Button type="submit" look="danger" pending={revoke.pending}>
						{t(revoke.pending ? "revoke.pending" : "revoke.confirm")}
					</Button>
				</AlertDialogFooter>
			</form>
		</AlertDialog>
	);
}
