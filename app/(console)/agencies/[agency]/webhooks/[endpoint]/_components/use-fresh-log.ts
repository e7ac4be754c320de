"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import type { DeliverySummary } from "#lib/core/webhooks.ts";

const EVERY_MS = 3_000;
const SOON_MS = 10_000;
/** Somebody who has gone away must not stay signed in by this. */
const TIMES_MAX = 40;

/** Looks again for a while when something is about to be tried, so that what comes of it appears by itself. */
export function useFreshLog(rows: readonly DeliverySummary[]) {
	const router = useRouter();
	const due = rows.map(({ id, nextAt }) => (nextAt === null ? "" : `${id} ${nextAt}`)).join();
	const isDueSoon = rows.some(({ nextAt }) => nextAt && Date.parse(nextAt) < Date.now() + SOON_MS);

	// biome-ignore lint/correctness/useExhaustiveDependencies: what becomes due anew is looked for anew
	useEffect(() => {
		if (!isDueSoon) return;
		let times = 0;
		const timer = setInterval(() => {
			if (document.visibilityState === "visible") router.refresh();
			times++;
			if (times === TIMES_MAX) clearInterval(timer);
		}, EVERY_MS);
		return () => clearInterval(timer);
	}, [router, isDueSoon, due]);
}
