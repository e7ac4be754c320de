"use client";

import { useAction } from "#components/actions/use-action.ts";
import { issueResetLinkAction } from "../actions.ts";
import { personMenuId } from "./focus-targets.ts";
import { LinkDialog } from "./link-dialog.tsx";
import type { PersonDialogProps } from "./people-actions.tsx";

export function ResetLinkDialog({ site, person, ...dialog }: PersonDialogProps) {
	const issue = useAction((input) => issueResetLinkAction(site.place, input));
	return (
		<LinkDialog
			{...dialog}
			returnTo={personMenuId(person.id)}
			title="Make a link for a new password"
			text={
				<>
					For <bdi>{person.name}</bdi>, who signs in as <bdi>{person.email}</bdi>.
				</>
			}
			notice={
				<p>
					<strong className="font-semibold">This is the only time you see the link.</strong> It works once,
					for 24 hours. Hand it to this person alone: whoever opens it can sign in as them.
				</p>
			}
			call={{
				...issue,
				make: (onMade) => issue.run({ personId: person.id }, ({ data }) => onMade(data.link)),
			}}
		>
			<p>
				With the link they choose a new password by themselves. Links that you made for them before stop
				working. The audit log says that you made one.
			</p>
		</LinkDialog>
	);
}
