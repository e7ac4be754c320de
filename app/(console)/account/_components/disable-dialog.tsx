"use client";

import { useTranslations } from "use-intl/react";
import { RefusalSummary } from "#components/actions/refusal-summary.tsx";
import { useAction } from "#components/actions/use-action.ts";
import {
	AlertDialog,
	AlertDialogBody,
	AlertDialogFooter,
	AlertDialogText,
} from "#components/ui/alert-dialog.tsx";
import { Button } from "#components/ui/button.tsx";
import { useToasts } from "#components/ui/toast.tsx";
import { disableSecondFactorAction } from "../actions.ts";

export function DisableDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
	const t = useTranslations("account");
	const { run, pending, refusal, refuse } = useAction(disableSecondFactorAction);
	const { tellDone } = useToasts();

	function disable() {
		run(undefined, ({ message }) => {
			onClose();
			tellDone(message);
		});
	}

	return (
		<AlertDialog open={open} onClose={onClose} onClosed={() => refuse(null)} title={t("disable.title")}>
			<AlertDialogBody>
				{refusal && <RefusalSummary refusal={refusal} />}
				<AlertDialogText>
					<p>{t("disable.text")}</p>
				</AlertDialogText>
			</AlertDialogBody>
			<AlertDialogFooter>
				<Button onClick={onClose}>{t("disable.keep")}</Button>
				<Button look="danger" pending={pending} onClick={disable}>
					{t("factor.switchOff")}
				</Button>
			</AlertDialogFooter>
		</AlertDialog>
	);
}
