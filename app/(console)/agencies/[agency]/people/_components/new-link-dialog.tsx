"use client";

import { useTranslations } from "use-intl/react";
import { useAction } from "#components/actions/use-action.ts";
import { MARKS } from "#components/texts/marks.tsx";
import { resendInvitationAction } from "../actions.ts";
import { invitationMenuId } from "./focus-targets.ts";
import { InvitationNotice } from "./invite-dialog.tsx";
import { LinkDialog } from "./link-dialog.tsx";
import type { InvitationDialogProps } from "./people-actions.tsx";

export function NewLinkDialog({ site, invitation, ...dialog }: InvitationDialogProps) {
	const t = useTranslations("people.link");
	const resend = useAction((input) => resendInvitationAction(site.place, input));
	return (
		<LinkDialog
			{...dialog}
			returnTo={invitationMenuId(invitation.id)}
			title={t("newTitle")}
			text={t.rich("newFor", { ...MARKS, email: invitation.email })}
			notice={<InvitationNotice sendsMail={site.sendsMail} />}
			call={{
				...resend,
				make: (onMade) =>
					resend.run({ invitationId: invitation.id, way: "link" }, ({ data }) => {
						if (!data.mailed) onMade(data.link);
					}),
			}}
		>
			<p>{t("newText")}</p>
		</LinkDialog>
	);
}
