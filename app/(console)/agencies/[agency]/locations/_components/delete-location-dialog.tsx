"use client";

import { useRef } from "react";
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
			button="Delete location"
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
			<p>
				Its keys stop at once, its people lose their access to it, and open invitations to it are withdrawn.
				This cannot be undone. To stop the keys for a while, suspend the location instead.
			</p>
		</TypedNameDialog>
	);
}
