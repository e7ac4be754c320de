"use client";

import { useTranslations } from "use-intl/react";
import { useAction } from "#components/actions/use-action.ts";
import { MARKS } from "#components/texts/marks.tsx";
import { issueResetLinkAction } from "../actions.ts";
import { personMenuId } from "./focus-targets.ts";
import { LinkDialog } from "./link-dialog.tsx";
import type { PersonDialogProps } from "./people-actions.tsx";

export function ResetLinkDialog({ site, person, ...dialog }: PersonDialogProps) {
	const t = useTranslations("people.reset");
	const issue = useAction((input) => issueResetLinkAction(site.place, input));
	return (
		<LinkDialog
			{...dialog}
			returnTo={personMenuId(person.id)}
			title={t("title")}
			text={t.rich("whom", { ...MARKS, name: person.name, email: person.email })}
			notice={<p>{t.rich("once", MARKS)}</p>}
			call={{
				...issue,
				make: (onMade) => issue.run({ personId: person.id }, ({ data }) => onMade(data.link)),
			}}
		>
			<p>{t("text")}</p>
		</LinkDialog>
	);
}
