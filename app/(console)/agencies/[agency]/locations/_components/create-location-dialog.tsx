"use client";

import { useAction } from "#components/actions/use-action.ts";
import { useToasts } from "#components/ui/toast.tsx";
import { createLocationAction } from "../actions.ts";
import { CREATE_LOCATION_ID, locationsHeading } from "./focus-targets.ts";
import type { LocationDialogProps } from "./location-actions.tsx";
import { NameDialog } from "./name-dialog.tsx";

export function CreateLocationDialog({ place, open, onClose, onClosed }: LocationDialogProps<object>) {
	const { tellDone } = useToasts();
	const create = useAction((input) => createLocationAction(place, input));
	return (
		<NameDialog
			open={open}
			onClose={onClose}
			onClosed={onClosed}
			title="Create location"
			text="Agency keys that act on all locations act on the new one from now on."
			hint="People choose the location by this name. Its address is made from it and stays."
			initialName=""
			button={{ text: "Create location", pendingText: "Creating…" }}
			pending={create.pending}
			refusal={create.refusal}
			onSubmit={(name) =>
				create.run({ name }, ({ message, data }) => {
					tellDone(message, { text: `Its address ends with /locations/${data.slug}.` });
					onClose();
				})
			}
			finalFocus={() => document.getElementById(CREATE_LOCATION_ID) ?? locationsHeading()}
		/>
	);
}
