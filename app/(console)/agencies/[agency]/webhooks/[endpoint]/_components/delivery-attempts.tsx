"use client";

import { CircleCheck, CircleX } from "lucide-react";
import { useId } from "react";
import { useTranslations } from "use-intl/react";
import { ExactTime } from "#components/ui/relative-time.tsx";
import type { AttemptSummary } from "#lib/core/webhooks.ts";
import { useOutcomeText } from "./use-outcome-text.ts";

/** Every attempt at a delivery, the newest first. */
export function DeliveryAttempts({ tries }: { tries: readonly AttemptSummary[] }) {
	const t = useTranslations("webhooks");
	const id = useId();
	return (
		<section aria-labelledby={id} className="space-y-2">
			<h3 id={id} className="text-sm font-semibold">
				{t("log.attempts")}
			</h3>
			{tries.length === 0 ? (
				<p className="text-sm text-ink-muted">{t("delivery.notTried")}</p>
			) : (
				<ol className="divide-y divide-line rounded-lg border border-line text-sm">
					{tries.map((attempt) => (
						<Attempt key={attempt.id} attempt={attempt} />
					))}
				</ol>
			)}
		</section>
	);
}

function Attempt({ attempt }: { attempt: AttemptSummary }) {
	const t = useTranslations("webhooks");
	const outcomeText = useOutcomeText();
	const isGood = attempt.status !== null && attempt.status >= 200 && attempt.status < 300;
	return (
		<li className="space-y-2 px-3.5 py-2.5">
			<div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-0.5">
				<span className="flex min-w-0 items-start gap-1.5 font-medium">
					{isGood ? (
						<CircleCheck aria-hidden className="mt-0.5 size-4 shrink-0 text-good" />
					) : (
						<CircleX aria-hidden className="mt-0.5 size-4 shrink-0 text-bad" />
					)}
					<span className="min-w-0 wrap-anywhere">{outcomeText(attempt)}</span>
				</span>
				<span className="text-xs text-ink-muted tabular-nums">
					{t.rich("delivery.took", { at: () => <ExactTime value={attempt.at} />, ms: attempt.ms })}
				</span>
			</div>
			{attempt.answer && (
				<pre className="max-h-40 overflow-y-auto rounded-md bg-sunken px-2.5 py-2 font-mono text-xs wrap-anywhere whitespace-pre-wrap text-ink-muted">
					<bdi>{attempt.answer}</bdi>
				</pre>
			)}
		</li>
	);
}
