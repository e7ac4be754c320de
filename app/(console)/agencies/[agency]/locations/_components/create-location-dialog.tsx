"use client";

import { useTranslations } from "use-intl/react";
import { useAction } from "#components/actions/use-action.ts";
import { useToasts } from "#components/ui/toast.tsx";
import { createLocationAction } from "../actions.ts";
import { CREATE_LOCATION_ID, locationsHeading } from "./focus-targets.ts";
import type { LocationDialogProps } from "./location-actions.tsx";
import { NameDialog } from "./name-dialog.tsx";

export function CreateLocationDialog({ place, open, onClose, onClosed }: LocationDialogProps<object>) {
	const t = useTranslations("locations.create");
	const { tellDone } = useToasts();
	const create = useAction((input) => createLocationAction(place, input));
	return (
		<NameDialog
			open={open}
			onClose={onClose}
			onClosed={onClosed}
			title={t("title")}
			text={t("text")}
			hint={t("hint")}
			initialName=""
			button={{ text: t("title"), pendingText: t("pending"), look: "primary" }}
			pending={create.pending}
			refusal={create.refusal}
			onSubmit={(name) =>
				create.run({ name }, ({ message, data }) => {
					tellDone(message, { text: t("address", { slug: data.slug }) });
					onClose();
				})
			}
			finalFocus={() => document.getElementById(CREATE_LOCATION_ID) ?? locationsHeading()}
		/>
	);
}
