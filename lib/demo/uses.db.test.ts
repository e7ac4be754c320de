import { expect, test } from "vitest";
import { listKeys } from "#lib/services/keys/list.ts";
import { listRefusals } from "#lib/services/keys/list-refusals.ts";
import { readUsage } from "#lib/services/keys/read-usage.ts";
import { readAttention } from "#lib/services/overview/read-attention.ts";
import { readPlaceUsage } from "#lib/services/overview/read-usage.ts";
import { contextFor, daysFrom, makeAgency, makeLocation } from "#lib/testing/factories.ts";
import { testWorld } from "#lib/testing/world.ts";
import { HABITS } from "./habits.ts";
import { seedShowcase } from "./showcase.ts";
import { tellOfYesterday } from "./tell-of-yesterday.ts";
import { seedUses } from "./uses.ts";

const world = await testWorld();

async function seeded() {
	const agency = await makeAgency(world);
	const locations = [await makeLocation(world, agency), await makeLocation(world, agency)];
	const ctx = contextFor(world, agency, { role: "OWNER", now: new Date() });
	const ids = await seedShowcase(ctx, locations);
	await seedUses(ctx, ids);
	await tellOfYesterday(ctx);
	return { ctx, ids };
}

const { ctx, ids } = await seeded();
const idOf = (title: string) => ids.get(title) ?? "";

test("each habit is that of a key of the demo", () => {
	expect(HABITS.filter(({ title }) => !ids.has(title))).toEqual([]);
});

test("charts of every period have good uses and refusals to show", async () => {
	for (const period of ["24h", "30d", "12m"] as const) {
		const { totals } = await readPlaceUsage(ctx, { locationId: null, period });

		expect(totals.map(({ verdict }) => verdict)).toEqual(
			expect.arrayContaining(["VALID", "DISABLED", "INSUFFICIENT_PERMISSIONS"]),
		);
	}
});

test("each reason for attention that comes with use has its key", async () => {
	const { counts } = await readAttention(ctx, null);

	const query = { sort: "title", direction: "asc", page: 1, pageSize: 10 } as const;
	const titlesOf = async (level: "AGENCY" | "LOCATION", attention: "idle" | "refused" | "oldSecret") =>
		(await listKeys(ctx, { ...query, level, attention })).rows.map(({ title }) => title);
	expect(counts.map(({ attention }) => attention)).toEqual(
		expect.arrayContaining(["expiring", "idle", "refused", "oldSecret"]),
	);
	expect(await titlesOf("AGENCY", "idle")).toEqual(["Booking widget"]);
	expect(await titlesOf("LOCATION", "refused")).toEqual(["Summer campaign"]);
	expect(await titlesOf("LOCATION", "oldSecret")).toEqual(["Website contact form"]);
});

test("a key in use tells when, by what and from where, and one that is refused why", async () => {
	const range = { by: "day", from: daysFrom(ctx.now, -60), to: daysFrom(ctx.now, 1) } as const;
	const gateway = await readUsage(ctx, { keyId: idOf("API gateway"), ...range });
	const refusals = await listRefusals(ctx, { keyId: idOf("Summer campaign") });

	expect(gateway.lastUse).toMatchObject({ address: "198.51.100.20", client: "nginx/1.28" });
	expect(gateway.addresses).toHaveLength(2);
	expect(new Set(gateway.counts.map(({ at }) => at)).size).toBeGreaterThan(55);
	expect(refusals).toHaveLength(10);
	expect(refusals[0]).toMatchObject({ rule: "scope_missing", about: "contacts.write" });
});
