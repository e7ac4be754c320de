"use client";

import { useTranslations } from "use-intl/react";
import { Dialog, DialogBody, DialogHeader } from "#components/ui/dialog.tsx";
import { RefusalSearch } from "./refusal-search.tsx";

type RefusalDialogProps = { open: boolean; onOpenChange: (open: boolean) => void };

export function RefusalDialog({ open, onOpenChange }: RefusalDialogProps) {
	const t = useTranslations("apiKey.refusals");
	return (
		<Dialog open={open} onOpenChange={onOpenChange} isLight>
			<DialogHeader title={t("ask")} text={t("askText")} />
			<DialogBody>
				<RefusalSearch />
			</DialogBody>
		</Dialog>
	);
}
