import { describe, expect, test } from "vitest";
import {
	contextFor,
	daysFrom,
	makeAgency,
	makeKey,
	makeLocation,
	makeMember,
	makePerson,
	NOW,
} from "#lib/testing/factories.ts";
import { refusalOf } from "#lib/testing/four-cases.ts";
import { testWorld } from "#lib/testing/world.ts";
import { describeInactivity } from "./describe-inactivity.ts";
import { listKeys } from "./list.ts";
import { previewCleanUp } from "./preview-clean-up.ts";
import { sweepInactivity } from "./sweep-inactivity.ts";

const world = await testWorld();
const signal = new AbortController().signal;
const day = (days: number) => daysFrom(NOW, days);
const iso = (days: number) => day(days).toISOString();
const sweep = (days: number) =>
	sweepInactivity(world.database, day(days), { dryRun: false, signal, untilWritten: async () => true });

async function arrange() {
	const agency = await makeAgency(world);
	await makeMember(world, agency, await makePerson(world), "OWNER");
	const location = await makeLocation(world, agency);
	const ctx = (days: number) => contextFor(world, agency, { role: "OWNER", now: day(days) });
	return { agency, location, ctx };
}

describe("the preview of the next clean-up", () => {
	test("says what happens next to each key within 30 days, when, and why", async () => {
		const { agency, location, ctx } = await arrange();
		const ours = await makeKey(world, agency);
		const theirs = await makeKey(world, agency, { location, lastUsedAt: day(10) });
		await makeKey(world, agency, { lastUsedAt: day(20) });
		await makeKey(world, agency, { revoked: true });

		const { rows } = await previewCleanUp(ctx(60), { locationId: null });

		expect(rows).toEqual([
			{
				id: ours.id,
				title: ours.title,
				location: null,
				idleSince: iso(0),
				days: 90,
				ownDays: false,
				next: { at: iso(75), notice: 15 },
				deletedAt: iso(90),
			},
			{
				id: theirs.id,
				title: theirs.title,
				location: { name: location.name, slug: location.slug },
				idleSince: iso(10),
				days: 90,
				ownDays: false,
				next: { at: iso(85), notice: 15 },
				deletedAt: null,
			},
		]);
	});

	test("agrees with what then happens, also after a late notice", async () => {
		const { agency, ctx } = await arrange();
		const key = await makeKey(world, agency);
		await sweep(80);

		const { rows } = await previewCleanUp(ctx(80), { locationId: null });

		expect(rows).toMatchObject([{ id: key.id, next: { at: iso(88), notice: 7 }, deletedAt: iso(95) }]);
	});

	test("says of what is due that the next run does it", async () => {
		const { agency, ctx } = await arrange();
		await makeKey(world, agency);

		const { rows } = await previewCleanUp(ctx(80), { locationId: null });

		expect(rows).toMatchObject([{ next: { at: null, notice: 15 }, deletedAt: iso(95) }]);
	});

	test("shows a manager the keys of their location, and nothing else", async () => {
		const { agency, location } = await arrange();
		await makeKey(world, agency);
		const key = await makeKey(world, agency, { location });
		const sibling = await makeLocation(world, agency);
		const ctx = contextFor(world, agency, { role: "MANAGER", location, now: day(74) });

		const { rows } = await previewCleanUp(ctx, { locationId: location.id });

		expect(rows.map(({ id }) => id)).toEqual([key.id]);
		for (const locationId of [null, sibling.id])
			expect((await refusalOf(previewCleanUp(ctx, { locationId }))).code).toBe("not_found");
	});

	test("is empty for a neighbour", async () => {
		const { agency } = await arrange();
		await makeKey(world, agency);
		const other = await makeAgency(world);

		const ctx = contextFor(world, other, { role: "OWNER", now: day(74) });

		expect((await previewCleanUp(ctx, { locationId: null })).rows).toEqual([]);
	});
});

describe("a key's list row and page", () => {
	const query = { level: "AGENCY", sort: "title", direction: "asc", page: 1, pageSize: 10 } as const;

	test("say when it is deleted once people have been told, until somebody uses it", async () => {
		const { agency, ctx } = await arrange();
		const key = await makeKey(world, agency);
		expect((await listKeys(ctx(70), query)).rows).toMatchObject([{ deletesAt: null }]);
		await sweep(75);

		expect((await listKeys(ctx(76), query)).rows).toMatchObject([{ deletesAt: iso(90) }]);
		expect(await describeInactivity(ctx(76), { keyId: key.id })).toEqual({
			title: key.title,
			idleSince: iso(0),
			wasUsed: false,
			days: 90,
			source: "agency",
			noticesGiven: [{ days: 15, at: iso(75) }],
			deletesAt: iso(90),
			isCountingDown: true,
		});

		await world.owner.query("update key_last_uses set last_used_at = $2 where key_id = $1", [
			key.id,
			day(77),
		]);
		expect((await listKeys(ctx(78), query)).rows).toMatchObject([{ deletesAt: null }]);
		expect(await describeInactivity(ctx(78), { keyId: key.id })).toMatchObject({
			wasUsed: true,
			noticesGiven: [],
			deletesAt: iso(167),
			isCountingDown: false,
		});
	});
});
