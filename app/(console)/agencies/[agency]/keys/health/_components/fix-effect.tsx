"use client";

import { ArrowRight } from "lucide-react";
import { useLocale, useTranslations } from "use-intl/react";
import type { FixEffect } from "#lib/core/keys/fix.ts";
import { DATE_LOCALES } from "#lib/core/texts/languages.ts";

/** What becomes of a key: before, an arrow, after. */
export function FixEffectText({ effect }: { effect: Exclude<FixEffect, { becomes: null }> }) {
	const t = useTranslations("health.effects");
	const [before, after] = useBothSides(effect);
	return (
		<span className="inline-flex flex-wrap items-center gap-x-1.5 text-sm">
			<span className="sr-only">{t("before", { value: before })}</span>
			<span aria-hidden className="text-ink-muted">
				{before}
			</span>
			<ArrowRight aria-hidden className="size-3.5 shrink-0 text-ink-muted" />
			<span className="sr-only">{t("after", { value: after })}</span>
			<span aria-hidden className="font-medium">
				{after}
			</span>
			{effect.becomes === "scopes" && <Detail>{t("taken", { scopes: effect.taken.join(", ") })}</Detail>}
			{effect.becomes === "role" && effect.narrowed.length > 0 && (
				<Detail>{t("narrowed", { scopes: effect.narrowed.join(", ") })}</Detail>
			)}
		</span>
	);
}

const Detail = ({ children }: { children: string }) => (
	<span className="w-full font-mono text-xs wrap-anywhere text-ink-muted">{children}</span>
);

function useBothSides(effect: Exclude<FixEffect, { becomes: null }>): [string, string] {
	const [t, words] = [useTranslations("health.effects"), useTranslations("words.status")];
	const format = new Intl.DateTimeFormat(DATE_LOCALES[useLocale()], { dateStyle: "medium" });
	const date = (text: string) => format.format(new Date(text));
	switch (effect.becomes) {
		case "status":
			return [words(effect.before), words(effect.after)];
		case "end":
			return [effect.before ? date(effect.before) : t("noEnd"), date(effect.after)];
		case "role":
			return [effect.before, effect.after];
		case "scopes":
			return [t("scopes", { count: effect.before }), t("scopes", { count: effect.after })];
		case "idleSince":
			return [t("idle", { date: date(effect.before) }), t("idle", { date: date(effect.after) })];
		case "exempt":
			return [t("exemptBefore"), t("exemptAfter")];
		default:
			return effect satisfies never;
	}
}
