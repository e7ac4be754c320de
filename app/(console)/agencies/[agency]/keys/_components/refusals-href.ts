import type { ChartStep } from "#components/charts/stack-bars.ts";
import type { DenialPeriod } from "#lib/core/keys/denials.ts";
import type { RefusalVerdict } from "#lib/core/keys/refusals.ts";

export const LAST_REFUSALS_ID = "last-refusals";

const DAY_MS = 86_400_000;
const KEPT_DAYS = 30;

type Meant = { period: DenialPeriod; why?: RefusalVerdict; since?: string; until?: string };

/** The list of a key's refusals for one reason, or of one time. `href` is the part of its page that lists them. */
export function refusalsHref(href: string, { period, ...meant }: Meant) {
	const query = new URLSearchParams({ refusals: period, ...meant });
	return `${href}&${query}#${LAST_REFUSALS_ID}`;
}

/** For each step of a chart the list of its refusals; none for steps that had none, or whose are not kept any more. */
export function stepRefusalsHref(
	href: string,
	period: DenialPeriod,
	{ steps, end, now }: { steps: readonly ChartStep[]; end: Date; now: Date },
) {
	const kept = now.getTime() - KEPT_DAYS * DAY_MS;
	const hrefs = new Map(
		steps.flatMap(({ start, counts }, at) => {
			const until = steps[at + 1]?.start ?? end.toISOString();
			const isRefused = Object.entries(counts).some(([verdict, uses]) => verdict !== "VALID" && uses > 0);
			if (!isRefused || new Date(until).getTime() <= kept) return [];
			return [[start, refusalsHref(href, { period, since: start, until })]];
		}),
	);
	return (start: string) => hrefs.get(start);
}
