import { expect, test } from "vitest";
import { AppError } from "#lib/core/errors.ts";
import type { KeyPage } from "#lib/data/countdowns.ts";
import { walkKeys } from "./walk-keys.ts";

const ids = Array.from({ length: 1_200 }, (_, index) => ({ id: String(index).padStart(36, "0") }));
const away = () => new AppError("unavailable", "The database cannot be reached right now.");

/** Walks through 1,200 keys; `failing` says with what the work on one of them fails. Tells which were come to. */
async function walk(failing: (index: number) => Error | null) {
	const tried: string[] = [];
	const did = { failed: 0 };
	const list = async ({ after, atMost }: KeyPage) => ids.filter(({ id }) => id > after).slice(0, atMost);
	const work = async (keyId: string) => {
		tried.push(keyId);
		const error = failing(Number(keyId));
		if (error) throw error;
	};
	const run = { signal: new AbortController().signal, did };
	const fault = await walkKeys({ agencyId: "an agency", list, work }, run).catch((error) => error);
	return { tried: tried.length, failed: did.failed, fault };
}

test("every key is come to once, and one that fails keeps no other waiting", async () => {
	const done = await walk((index) => (index % 400 === 7 ? new Error("broken") : null));

	expect(done).toEqual({ tried: 1_200, failed: 3 });
});

test("single keys that somebody holds for long keep no other waiting", async () => {
	const done = await walk((index) => (index < 9 && index % 3 > 0 ? away() : null));

	expect(done).toEqual({ tried: 1_200, failed: 6 });
});

test("a run ends soon after the database went away, instead of failing with every key that is left", async () => {
	const { tried, fault } = await walk((index) => (index > 600 ? away() : null));

	expect(fault).toMatchObject({ code: "unavailable" });
	expect(tried).toBe(604);
});
