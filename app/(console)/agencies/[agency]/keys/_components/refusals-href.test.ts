import { expect, test } from "vitest";
import type { ChartStep } from "#components/charts/stack-bars.ts";
import { loadKeySearch } from "../[key]/search-params.ts";
import { refusalsHref, stepRefusalsHref } from "./refusals-href.ts";

const NOW = new Date("2026-11-22T12:30:00Z");
const HREF = "/agencies/acme/keys/1?view=refusals";
const steps: ChartStep[] = [
	{ start: "2026-10-01T00:00:00.000Z", counts: { EXPIRED: 4 } },
	{ start: "2026-10-02T00:00:00.000Z", counts: {} },
	{ start: "2026-11-21T00:00:00.000Z", counts: { VALID: 9 } },
	{ start: "2026-11-22T00:00:00.000Z", counts: { VALID: 2, EXPIRED: 1 } },
];

const searchOf = (href: string) => loadKeySearch(new URL(href, "https://keys.example.com"));

test("a reason and a time come back from the address as they were put into it", async () => {
	const [since, until] = ["2026-11-22T10:00:00.000Z", "2026-11-22T11:00:00.000Z"];

	const search = await searchOf(refusalsHref(HREF, { period: "7d", why: "EXPIRED", since, until }));

	expect(search).toMatchObject({
		view: "refusals",
		refusals: "7d",
		why: "EXPIRED",
		since: new Date(since),
		until: new Date(until),
	});
});

test("steps with refusals that are kept are linked to them, other steps to nothing", async () => {
	const hrefOf = stepRefusalsHref(HREF, "30d", { steps, end: new Date("2026-11-23T00:00:00Z"), now: NOW });

	const [old, empty, good, refused] = steps.map(({ start }) => hrefOf(start));
	expect([old, empty, good]).toEqual([undefined, undefined, undefined]);
	expect(await searchOf(refused ?? "")).toMatchObject({
		since: new Date("2026-11-22T00:00:00Z"),
		until: new Date("2026-11-23T00:00:00Z"),
	});
});

test.each([
	"",
	"yesterday",
	"2026-13-45T10:00:00.000Z",
	"-271821-04-20T00:00:00.000Z",
	"0000-01-01T00:00:00.000Z",
])("the time %j narrows nothing", async (since) => {
	expect((await searchOf(`${HREF}&since=${since}`)).since).toBeNull();
});
