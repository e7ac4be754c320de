"use client";

import { useRef } from "react";
import { useTranslations } from "use-intl/react";
import { TypedNameDialog } from "#components/actions/typed-name-dialog.tsx";
import { useAction } from "#components/actions/use-action.ts";
import { useChangeToast } from "../../keys/_components/use-change-toast.ts";
import { deleteLocationAction } from "../actions.ts";
import { DependentsText } from "./dependents-text.tsx";
import { locationRowOrHeading, locationsHeading } from "./focus-targets.ts";
import type { LocationDialogProps } from "./location-actions.tsx";
import { useDependents } from "./use-dependents.ts";

/** Says what stops before it stops. */
export function DeleteLocationDialog({ place, location, open, onClose, onClosed }: LocationDialogProps) {
	const t = useTranslations("locations.delete");
	const tellChange = useChangeToast();
	const { dependents, failure } = useDependents(place.agency, location.id);
	const remove = useAction((input) => deleteLocationAction(place, input));
	const isGone = useRef(false);

	return (
		<TypedNameDialog
			open={open}
			onClose={onClose}
			onClosed={onClosed}
			name={location.name}
			button={t("submit")}
			pending={remove.pending}
			refusal={remove.refusal}
			onSubmit={(typedName) =>
				remove.run({ locationId: location.id, typedName }, (done) => {
					isGone.current = true;
					tellChange("closes", done);
					onClose();
				})
			}
			finalFocus={() => (isGone.current ? locationsHeading() : locationRowOrHeading(location.id))}
		>
			<DependentsText dependents={dependents} failure={failure} />
			<p>{t("text")}</p>
		</TypedNameDialog>
	);
}
