"use client";

import { useTranslations } from "use-intl/react";
import { ConfirmDialog } from "#components/actions/confirm-dialog.tsx";
import { useAction } from "#components/actions/use-action.ts";
import { MARKS } from "#components/texts/marks.tsx";
import { useChangeToast } from "../../keys/_components/use-change-toast.ts";
import { suspendLocationAction } from "../actions.ts";
import { DependentsText } from "./dependents-text.tsx";
import { locationRowOrHeading } from "./focus-targets.ts";
import { type LocationDialogProps, useLocationActions } from "./location-actions.tsx";
import { useDependents } from "./use-dependents.ts";

export function SuspendLocationDialog({ place, location, open, onClose, onClosed }: LocationDialogProps) {
	const [t, ui] = [useTranslations("locations.suspend"), useTranslations("ui")];
	const tellChange = useChangeToast();
	const { resume } = useLocationActions();
	const { dependents, failure } = useDependents(place.agency, location.id);
	const suspend = useAction((input) => suspendLocationAction(place, input));

	const submit = () =>
		suspend.run({ locationId: location.id }, (done) => {
			tellChange("closes", done, { label: ui("undo"), onClick: () => resume(location) });
			onClose();
		});

	return (
		<ConfirmDialog
			open={open}
			onClose={onClose}
			onClosed={onClosed}
			title={t.rich("title", { ...MARKS, name: location.name })}
			button={{ text: t("submit"), pendingText: t("pending"), look: "danger" }}
			pending={suspend.pending}
			refusal={suspend.refusal}
			onConfirm={submit}
			finalFocus={() => locationRowOrHeading(location.id)}
		>
			<DependentsText dependents={dependents} failure={failure} />
			<p>{t("text")}</p>
		</ConfirmDialog>
	);
}
