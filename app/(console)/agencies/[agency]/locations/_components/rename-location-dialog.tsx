"use client";

import { useTranslations } from "use-intl/react";
import { useAction } from "#components/actions/use-action.ts";
import { useToasts } from "#components/ui/toast.tsx";
import { renameLocationAction } from "../actions.ts";
import { locationRowOrHeading } from "./focus-targets.ts";
import type { LocationDialogProps } from "./location-actions.tsx";
import { NameDialog } from "./name-dialog.tsx";

export function RenameLocationDialog({ place, location, open, onClose, onClosed }: LocationDialogProps) {
	const t = useTranslations("locations.rename");
	const { tellDone } = useToasts();
	const rename = useAction((input) => renameLocationAction(place, input));
	return (
		<NameDialog
			open={open}
			onClose={onClose}
			onClosed={onClosed}
			title={t("title")}
			text={<bdi>{location.name}</bdi>}
			hint={t("hint", { slug: location.slug })}
			initialName={location.name}
			button={{ text: t("submit"), pendingText: t("pending"), look: "primary" }}
			pending={rename.pending}
			refusal={rename.refusal}
			onSubmit={(name) =>
				rename.run({ locationId: location.id, name }, ({ message }) => {
					tellDone(message);
					onClose();
				})
			}
			finalFocus={() => locationRowOrHeading(location.id)}
		/>
	);
}
