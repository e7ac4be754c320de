"use client";

import { useState } from "react";
import { useTranslations } from "use-intl/react";
import type { FixKind, FixPreviewForm } from "#lib/core/keys/fix.ts";
import { BulkRunDialog } from "../../_components/bulk-run-dialog.tsx";
import type { KeyPlace } from "../../actions.ts";
import { FixConfirm } from "./fix-confirm.tsx";
import { findingHeading } from "./focus-targets.ts";

type FixDialogProps = {
	kind: FixKind;
	open: boolean;
	/** How many keys are chosen. */
	count: number;
	about: FixPreviewForm["about"];
	place: KeyPlace;
	locationId: string | null;
	onClose: () => void;
	onClosed: (hasRun: boolean) => void;
};

/** Shows what a change does to each key before it is made, then what came of it. */
export function FixDialog({
	kind,
	open,
	count,
	about,
	place,
	locationId,
	onClose,
	onClosed,
}: FixDialogProps) {
	const t = useTranslations("health");
	const [meant] = useState({ count, about });
	return (
		<BulkRunDialog
			place={place}
			title={t("dialog.title", { fix: t(`fixes.${kind}`), count: meant.count })}
			finalFocus={findingHeading}
			open={open}
			onClose={onClose}
			onClosed={onClosed}
		>
			{(start, close) => (
				<FixConfirm
					kind={kind}
					about={meant.about}
					place={place}
					locationId={locationId}
					onStart={start}
					onClose={close}
				/>
			)}
		</BulkRunDialog>
	);
}
