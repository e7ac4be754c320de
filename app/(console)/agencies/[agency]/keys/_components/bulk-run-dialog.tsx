"use client";

import { useRouter } from "next/navigation";
import type { ComponentProps, ReactNode } from "react";
import { useTranslations } from "use-intl/react";
import { UnsavedGuard } from "#components/actions/unsaved-guard.tsx";
import { AlertDialog } from "#components/ui/alert-dialog.tsx";
import type { BulkChangeInput } from "#lib/core/keys/bulk-change.ts";
import type { KeyPlace } from "../actions.ts";
import { BulkProgress } from "./bulk-progress.tsx";
import { type ChosenKey, stepsOf, undoSteps } from "./bulk-steps.ts";
import { useBulkRun } from "./use-bulk-run.ts";

export type StartBulk = (keys: readonly ChosenKey[], change: BulkChangeInput) => void;

type BulkRunDialogProps = {
	place: KeyPlace;
	/** What is asked; a run keeps it for its heading. */
	title: ReactNode;
	finalFocus: ComponentProps<typeof AlertDialog>["finalFocus"];
	open: boolean;
	onClose: () => void;
	onClosed: (hasRun: boolean) => void;
	/** Asks once for all keys. */
	children: (start: StartBulk, close: () => void) => ReactNode;
};

/**
 * One confirmation for many keys, then how far it is, then what came of each. The page is read anew once the dialog is
 * gone: the rows that it is about may be gone then as well.
 */
export function BulkRunDialog(props: BulkRunDialogProps) {
	const { place, title, finalFocus, open, onClose, onClosed, children } = props;
	const t = useTranslations("keys.bulk");
	const router = useRouter();
	const { run, results, start, goOn, stop } = useBulkRun(place);
	const isRunning = run?.state === "running";
	const undo = run && run.state !== "running" ? undoSteps(run.steps, results()) : [];
	const close = () => !isRunning && onClose();

	return (
		<AlertDialog
			open={open}
			onClose={close}
			onClosed={() => {
				if (run) router.refresh();
				onClosed(run !== null);
			}}
			title={run?.isUndo ? t("takingBack", { count: run.steps.length }) : title}
			finalFocus={finalFocus}
		>
			{run ? (
				<BulkProgress
					run={run}
					results={results()}
					onStop={stop}
					onGoOn={() => goOn(run)}
					onUndo={undo.length > 0 ? () => start(undo, true) : null}
					onClose={close}
				/>
			) : (
				children((keys, change) => start(stepsOf(keys, change)), close)
			)}
			<UnsavedGuard
				when={isRunning}
				words={{
					title: t("leave.title"),
					text: t("leave.text"),
					stay: t("leave.stay"),
					leave: t("leave.go"),
				}}
			/>
		</AlertDialog>
	);
}
