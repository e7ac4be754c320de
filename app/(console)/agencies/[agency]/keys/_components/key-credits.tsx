"use client";

import { Popover } from "#components/ui/popover.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import type { KeySummary } from "#lib/core/keys/key.ts";
import type { Refill } from "#lib/core/keys/refill.ts";

const number = new Intl.NumberFormat("en");

type KeyCreditsProps = Pick<KeySummary, "refill" | "refillsAt" | "title"> & { creditsRemaining: number };

/** What is left of a key's quota, and behind it when it is refilled. */
export function KeyCredits({ creditsRemaining, refill, refillsAt, title }: KeyCreditsProps) {
	const count = creditsRemaining === 0 ? "No" : number.format(creditsRemaining);
	const left = `${count} ${creditsRemaining === 1 ? "credit" : "credits"} left`;
	if (refill === null) return left;
	return (
		<Popover trigger={left} title={`Credits of ${title}`}>
			<p>{refillSentence(refill)}</p>
			<p className="mt-1 text-ink-muted">
				Next refill <RelativeTime value={refillsAt} />.
			</p>
		</Popover>
	);
}

/** "Refilled to 5,000 every month on day 31, or the last one, at midnight UTC." */
function refillSentence(refill: Refill) {
	const amount = number.format(refill.amount);
	if (refill.every === "DAY") return `Refilled to ${amount} every day at midnight UTC.`;
	const day = refill.day > 28 ? `${refill.day}, or the last one,` : refill.day;
	return `Refilled to ${amount} every month on day ${day} at midnight UTC.`;
}
