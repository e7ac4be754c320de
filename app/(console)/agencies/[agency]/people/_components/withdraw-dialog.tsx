"use client";

import { useTranslations } from "use-intl/react";
import { ConfirmDialog } from "#components/actions/confirm-dialog.tsx";
import { useAction } from "#components/actions/use-action.ts";
import { MARKS } from "#components/texts/marks.tsx";
import { useToasts } from "#components/ui/toast.tsx";
import { withdrawInvitationAction } from "../actions.ts";
import { elementOrHeading, invitationMenuId } from "./focus-targets.ts";
import type { InvitationDialogProps } from "./people-actions.tsx";

export function WithdrawDialog({ site, invitation, open, onClose, onClosed }: InvitationDialogProps) {
	const t = useTranslations("people.withdraw");
	const { tellDone } = useToasts();
	const withdraw = useAction((input) => withdrawInvitationAction(site.place, input));

	const submit = () =>
		withdraw.run({ invitationId: invitation.id }, (done) => {
			tellDone(done.message);
			onClose();
		});

	return (
		<ConfirmDialog
			open={open}
			onClose={onClose}
			onClosed={onClosed}
			title={t.rich("title", { ...MARKS, email: invitation.email })}
			button={{ text: t("submit"), pendingText: t("submitting"), look: "danger" }}
			pending={withdraw.pending}
			refusal={withdraw.refusal}
			onConfirm={submit}
			finalFocus={() => elementOrHeading(invitationMenuId(invitation.id))}
		>
			<p>{t("text")}</p>
		</ConfirmDialog>
	);
}
