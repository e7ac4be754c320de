"use client";

import { Contact, Plus, SearchX } from "lucide-react";
import { useTranslations } from "use-intl/react";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { useContactActions } from "./contact-actions.tsx";

export function NoContactsYet() {
	const { site, openDialog } = useContactActions();
	const t = useTranslations("contacts.empty");
	return (
		<EmptyState icon={<Contact />} title={t("title")} text={t("text")}>
			{site.mayChange ? (
				<Button
					look="primary"
					icon={<Plus aria-hidden className="size-4" />}
					onClick={() => openDialog({ kind: "create" })}
				>
					{t("add")}
				</Button>
			) : (
				<p className="text-sm text-ink-muted">{t("viewOnly")}</p>
			)}
		</EmptyState>
	);
}

export function NoContactsFound({ onClear }: { onClear: () => void }) {
	const t = useTranslations("contacts");
	const ui = useTranslations("ui");
	const clear = useTranslations("table")("clearSearch");
	return (
		<div role="status">
			<EmptyState icon={<SearchX />} title={ui("nothingFound")} text={t("noneFound")}>
				<Button onClick={onClear}>{clear}</Button>
			</EmptyState>
		</div>
	);
}
