"use client";

import { useTranslations } from "use-intl/react";
import { ConfirmDialog } from "#components/actions/confirm-dialog.tsx";
import { useAction } from "#components/actions/use-action.ts";
import { MARKS } from "#components/texts/marks.tsx";
import { handOverAction } from "../actions.ts";
import { elementOrHeading, personMenuId } from "./focus-targets.ts";
import type { PersonDialogProps } from "./people-actions.tsx";
import { SIGN_IN_AGAIN } from "./way-out.ts";

export function HandOverDialog({ site, person, open, onClose, onClosed }: PersonDialogProps) {
	const t = useTranslations("people.handOver");
	const handOver = useAction((input) => handOverAction(site.place, input));

	const submit = () => handOver.run({ personId: person.id }, () => window.location.assign(SIGN_IN_AGAIN));

	return (
		<ConfirmDialog
			open={open}
			onClose={onClose}
			onClosed={onClosed}
			title={t.rich("title", { ...MARKS, place: site.name, name: person.name })}
			button={{ text: t("submit"), pendingText: t("submitting"), look: "danger" }}
			pending={handOver.pending}
			refusal={handOver.refusal}
			onConfirm={submit}
			finalFocus={() => elementOrHeading(personMenuId(person.id))}
		>
			<p>{t("text")}</p>
		</ConfirmDialog>
	);
}
