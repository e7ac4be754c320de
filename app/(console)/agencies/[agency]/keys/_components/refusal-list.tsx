"use client";

import { useTranslations } from "use-intl/react";
import { MARKS } from "#components/texts/marks.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { readRate } from "#lib/core/keys/rate-text.ts";
import type { KeyRefusal, RefusalRule, ToldRefusal } from "#lib/core/keys/refusals.ts";
import { rateWords } from "./rate-words.ts";

/** Why a key was refused: each rule that decided with what to do, and the requests that it decided about. */
export function RefusalList({ refusals }: { refusals: readonly KeyRefusal[] }) {
	const t = useTranslations("apiKey.refusals");
	const [toldWords, reasonWords] = [useToldWords(), useReasonWords()];
	return (
		<ol className="divide-y divide-line rounded-lg border border-line text-sm">
			{[...byReason(refusals)].map(([name, [latest, ...earlier]]) => (
				<li key={name} className="space-y-1.5 px-3.5 py-3">
					<p className="font-medium">
						{toldWords(latest.told)}{" "}
						<code className="font-mono text-xs font-normal text-ink-muted">{latest.told}</code>
					</p>
					{latest.rule && <p className="wrap-anywhere">{reasonWords(latest.rule, latest.about)}</p>}
					<p className="text-ink-muted">{t(`guides.${latest.told}`)}</p>
					<ul className="space-y-1 border-s-2 border-line ps-3 text-xs text-ink-muted">
						{[latest, ...earlier].map((refusal) => (
							<Request key={refusal.requestId} refusal={refusal} />
						))}
					</ul>
				</li>
			))}
		</ol>
	);
}

/** What the sender was told, in two words. A verdict may cover what is told apart here. */
function useToldWords() {
	const [t, words] = [useTranslations("apiKey.refusals.told"), useTranslations("words.verdict")];
	return (told: ToldRefusal) =>
		told === "signature_refused" || told === "FORBIDDEN" ? t(told) : words(told);
}

/** The rule that decided. What it was about is stored in words; rates are said in the reader's. */
function useReasonWords() {
	const t = useTranslations("apiKey");
	return (rule: RefusalRule, about: string) => {
		const rate = rule === "rate_limit" || rule === "named_limit" ? readRate(about) : null;
		if (rate === null) return t(`refusals.reasons.${rule}`, { about });
		const words = t("rate", rateWords(rate));
		return t(`refusals.reasons.${rule}`, { about: rate.name === null ? words : `${rate.name}, ${words}` });
	};
}

function Request({ refusal: { at, address, client, requestId } }: { refusal: KeyRefusal }) {
	const t = useTranslations("apiKey.refusals");
	const words = {
		bdi: MARKS.bdi,
		code: (chunks: React.ReactNode) => <code className="font-mono">{chunks}</code>,
		time: () => <RelativeTime value={at} />,
		address: address ?? t("unknownAddress"),
		id: requestId,
	};
	return (
		<li className="wrap-anywhere">
			{client === "" ? t.rich("request", words) : t.rich("requestBy", { ...words, client })}
		</li>
	);
}

/** The refusals for the same reason together, in the order of the newest of each. */
function byReason(refusals: readonly KeyRefusal[]) {
	const groups = new Map<string, [KeyRefusal, ...KeyRefusal[]]>();
	for (const refusal of refusals) {
		const name = `${refusal.told} ${refusal.rule} ${refusal.about}`;
		const group = groups.get(name);
		if (group) group.push(refusal);
		else groups.set(name, [refusal]);
	}
	return groups;
}
