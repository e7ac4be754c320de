import { expect, test } from "vitest";
import { AppError } from "#lib/core/errors.ts";
import { makeAgency } from "#lib/testing/factories.ts";
import { testWorld } from "#lib/testing/world.ts";
import { tryEachAgency } from "./try-each.ts";

const world = await testWorld();
const agencies = [await makeAgency(world), await makeAgency(world), await makeAgency(world)];

/** Goes through all agencies; `failing` says with what the work fails at the one that is come to as the nth. */
async function go(failing: (nth: number) => Error | null, signal = new AbortController().signal) {
	const tried: string[] = [];
	const did = { failed: 0 };
	const fault = await tryEachAgency(
		world.database,
		async (agencyId) => {
			const error = failing(tried.push(agencyId));
			if (error) throw error;
		},
		{ signal, did },
	).catch((error) => error);
	return { tried: tried.sort(), failed: did.failed, fault };
}

const all = agencies.map(({ id }) => id).sort();

test("an agency at which the work fails keeps no other waiting", async () => {
	expect(await go((nth) => (nth === 1 ? new Error("broken") : null))).toEqual({ tried: all, failed: 1 });
});

test("a run ends when the database is away", async () => {
	const { tried, fault } = await go(() => new AppError("unavailable", "The database cannot be reached."));

	expect(fault).toMatchObject({ code: "unavailable" });
	expect(tried).toHaveLength(1);
});

test("a run that is told to stop begins with no other agency", async () => {
	const stop = new AbortController();

	const { tried } = await go(() => {
		stop.abort();
		return null;
	}, stop.signal);

	expect(tried).toHaveLength(1);
});
