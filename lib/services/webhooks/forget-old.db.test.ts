import { expect, test } from "vitest";
import { daysFrom, makeAgency, NOW } from "#lib/testing/factories.ts";
import { makeEndpoint, publish, storedDeliveries, storedEvents } from "#lib/testing/webhook-endpoints.ts";
import { testWorld } from "#lib/testing/world.ts";
import { forgetOldEvents } from "./forget-old.ts";

const world = await testWorld();

test("events that were done everywhere more than 30 days ago are forgotten, of every agency", async () => {
	const agencies = [await makeAgency(world), await makeAgency(world)];
	const kept: string[] = [];
	for (const agency of agencies) {
		const endpoints = [await makeEndpoint(world, agency), await makeEndpoint(world, agency)];
		const finishedDaysAgo = [
			[31, 40],
			[29, 40],
			[null, 40],
		] as const;
		for (const [index, days] of finishedDaysAgo.entries()) {
			await publish(world, agency, `subject-${index}`, daysFrom(NOW, -50 + index));
			for (const [which, ago] of days.entries()) {
				if (ago === null) continue;
				const [endpoint = { agencyId: "", id: "" }] = endpoints.slice(which);
				const delivery = (await storedDeliveries(world, endpoint)).at(-1);
				await world.owner.query(
					"update webhook_deliveries set state = 'PARKED', finished_at = $2 where id = $1",
					[delivery?.id, daysFrom(NOW, -ago)],
				);
			}
		}
		kept.push(...(await storedEvents(world, agency)).slice(1).map(({ id }) => id));
	}

	const forgotten = await forgetOldEvents(world.database, NOW, new AbortController().signal);

	expect(forgotten).toBe(2);
	const left = await Promise.all(agencies.map((agency) => storedEvents(world, agency)));
	expect(left.flat().map(({ id }) => id)).toEqual(kept);
});
