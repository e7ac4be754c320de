"use client";

import { useTranslations } from "use-intl/react";
import { TextDialog } from "#components/actions/text-dialog.tsx";
import { useAction } from "#components/actions/use-action.ts";
import { MARKS } from "#components/texts/marks.tsx";
import { revokeKeyAction } from "../actions.ts";
import { rowOrHeading } from "./focus-targets.ts";
import type { KeyDialogProps } from "./key-actions.tsx";
import { useChangeToast } from "./use-change-toast.ts";

export function RevokeKeyDialog({ site, apiKey, ...state }: KeyDialogProps) {
	const t = useTranslations("apiKey.dialogs.revoke");
	const tellChange = useChangeToast();
	const revoke = useAction((input) => revokeKeyAction(site.place, input));

	const submit = (reason: string) =>
		revoke.run({ keyId: apiKey.id, reason }, (done) => {
			tellChange("ends", done);
			state.onClose();
		});

	return (
		<TextDialog
			{...state}
			title={t.rich("title", { ...MARKS, name: apiKey.title })}
			box={{
				name: "reason",
				label: t("reason"),
				required: true,
				maxLength: 400,
				placeholder: t("example"),
			}}
			button={{ text: t("confirm"), pendingText: t("pending"), look: "danger" }}
			pending={revoke.pending}
			refusal={revoke.refusal}
			onSubmit={submit}
			finalFocus={() => rowOrHeading(apiKey.id)}
		>
			<p>{t("text")}</p>
		</TextDialog>
	);
}
