"use client";

import { useTranslations } from "use-intl/react";
import { Popover } from "#components/ui/popover.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import type { KeySummary } from "#lib/core/keys/key.ts";

/** From here on some months have no such day. */
const LAST_SURE_DAY = 28;

type KeyCreditsProps = Pick<KeySummary, "refill" | "refillsAt" | "title"> & { creditsRemaining: number };

/** What is left of a key's quota, and behind it when it is refilled. */
export function KeyCredits({ creditsRemaining, refill, refillsAt, title }: KeyCreditsProps) {
	const t = useTranslations("apiKey.credits");
	const left = t("left", { count: creditsRemaining });
	if (refill === null) return left;
	const { amount } = refill;
	return (
		<Popover trigger={left} title={t("of", { title })}>
			<p>
				{refill.every === "DAY"
					? t("daily", { amount })
					: t(refill.day > LAST_SURE_DAY ? "monthEnd" : "monthly", { amount, day: refill.day })}
			</p>
			<p className="mt-1 text-ink-muted">
				{t.rich("next", { time: () => <RelativeTime value={refillsAt} /> })}
			</p>
		</Popover>
	);
}
