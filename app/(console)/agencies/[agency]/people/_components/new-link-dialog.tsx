"use client";

import { useAction } from "#components/actions/use-action.ts";
import { resendInvitationAction } from "../actions.ts";
import { invitationMenuId } from "./focus-targets.ts";
import { InvitationNotice } from "./invite-dialog.tsx";
import { LinkDialog } from "./link-dialog.tsx";
import type { InvitationDialogProps } from "./people-actions.tsx";

export function NewLinkDialog({ site, invitation, ...dialog }: InvitationDialogProps) {
	const resend = useAction((input) => resendInvitationAction(site.place, input));
	return (
		<LinkDialog
			{...dialog}
			returnTo={invitationMenuId(invitation.id)}
			title="Make a new link"
			text={
				<>
					For <bdi>{invitation.email}</bdi>.
				</>
			}
			notice={<InvitationNotice sendsMail={site.sendsMail} />}
			call={{
				...resend,
				make: (onMade) =>
					resend.run({ invitationId: invitation.id, way: "link" }, ({ data }) => {
						if (!data.mailed) onMade(data.link);
					}),
			}}
		>
			<p>The new link works once, for seven days from now. The one before stops working.</p>
		</LinkDialog>
	);
}
