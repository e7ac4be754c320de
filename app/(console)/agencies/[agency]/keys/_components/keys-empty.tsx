"use client";

import { KeyRound, Plus, SearchX } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "use-intl/react";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { useActions } from "./key-actions.tsx";
import type { KeysKind } from "./keys-columns.tsx";

export function NoKeysYet({ kind, mayChange }: { kind: KeysKind; mayChange: boolean }) {
	const t = useTranslations("keys.empty");
	const { openDialog, noRoom } = useActions();
	return (
		<EmptyState icon={<KeyRound />} title={t(`${kind}.title`)} text={t(`${kind}.text`)}>
			{mayChange && noRoom ? (
				<p className="text-sm text-ink-muted">{noRoom}</p>
			) : mayChange ? (
				<Button
					look="primary"
					icon={<Plus aria-hidden className="size-4" />}
					onClick={() => openDialog({ kind: "create" })}
				>
					{t("create")}
				</Button>
			) : (
				<p className="text-sm text-ink-muted">{t("askSomebody")}</p>
			)}
			<Link
				href="/developers/getting-started"
				className="w-full text-sm text-accent-ink underline underline-offset-2 hover:no-underline"
			>
				{t("developers")}
			</Link>
		</EmptyState>
	);
}

export function NoKeysFound({ onClear }: { onClear: () => void }) {
	const t = useTranslations("keys");
	return (
		<div role="status">
			<EmptyState icon={<SearchX />} title={t("nothingFound.title")} text={t("nothingFound.text")}>
				<Button onClick={onClear}>{t("filters.clear")}</Button>
			</EmptyState>
		</div>
	);
}
