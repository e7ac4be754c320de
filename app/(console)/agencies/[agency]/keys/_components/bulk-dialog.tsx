"use client";

import { useTranslations } from "use-intl/react";
import type { KeyPlace } from "../actions.ts";
import { BulkConfirm } from "./bulk-confirm.tsx";
import type { BulkKind } from "./bulk-draft.ts";
import { BulkRunDialog } from "./bulk-run-dialog.tsx";
import { keysHeading } from "./focus-targets.ts";
import { type ListedKeys, type Meant, useChosenKeys } from "./use-chosen-keys.ts";

type BulkDialogProps = {
	place: KeyPlace;
	kind: BulkKind;
	listed: ListedKeys;
	meant: Meant;
	knownLabels: readonly string[];
	open: boolean;
	onClose: () => void;
	onClosed: (hasRun: boolean) => void;
};

/** Changes the keys that were chosen in a list. */
export default function BulkDialog(props: BulkDialogProps) {
	const { place, kind, listed, meant, knownLabels, open, onClose, onClosed } = props;
	const t = useTranslations("keys.bulk");
	const { keys, use, failure, lookAgain } = useChosenKeys(place, listed, meant);
	const count = keys?.length ?? 0;
	return (
		<BulkRunDialog
			place={place}
			title={keys ? t(`ask.${kind}`, { count }) : t("looking")}
			finalFocus={keysHeading}
			open={open}
			onClose={onClose}
			onClosed={onClosed}
		>
			{(start, close) => (
				<BulkConfirm
					kind={kind}
					use={keys && use}
					failure={failure}
					count={count}
					knownLabels={knownLabels}
					onConfirm={(change) => keys && start(keys, change)}
					onLookAgain={lookAgain}
					onClose={close}
				/>
			)}
		</BulkRunDialog>
	);
}
