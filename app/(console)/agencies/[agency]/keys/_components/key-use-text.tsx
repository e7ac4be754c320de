"use client";

import { useTranslations } from "use-intl/react";
import { useTimeTexts } from "#components/ui/relative-time.tsx";
import { relativeTime } from "#components/ui/relative-time-text.ts";
import { Skeleton } from "#components/ui/skeleton.tsx";
import type { KeyUse } from "./use-key-use.ts";

type KeyUseTextProps = { keyUse: KeyUse | null; failure: string | null };

/** What depends on a key, as soon as it is known. */
export function KeyUseText({ keyUse, failure }: KeyUseTextProps) {
	const t = useTranslations("apiKey.use");
	return (
		<div role="status" className="min-h-5 font-medium text-ink">
			{keyUse && <UseSentences keyUse={keyUse} />}
			{failure && t("failed", { why: failure })}
			{!keyUse && !failure && (
				<>
					<span className="sr-only">{t("looking")}</span>
					<Skeleton className="mt-1.5 w-64" />
				</>
			)}
		</div>
	);
}

/** "1,204 requests in the last 24 hours from 3 addresses. Last used 4 minutes ago from 203.0.113.7." */
function UseSentences({ keyUse: { lastUse, requestsLastDay, addressesLastDay } }: { keyUse: KeyUse }) {
	const t = useTranslations("apiKey.use");
	const texts = useTimeTexts();
	if (lastUse === null) return <p>{t("never")}</p>;
	const time = relativeTime(lastUse.at, Date.now(), texts);
	const { address } = lastUse;
	return (
		<>
			<p>
				{requestsLastDay === 0
					? t("none")
					: t("day", { requests: requestsLastDay, addresses: addressesLastDay })}
			</p>
			<p>{address === null ? t("last", { time }) : t("lastFrom", { time, address })}</p>
		</>
	);
}
