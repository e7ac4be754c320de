import { vi } from "vitest";
import { keyRing } from "#lib/config/secrets.ts";
import type { Database } from "#lib/data/client.ts";
import { newCounters } from "#lib/verify/counters.ts";
import { type Engine, type EngineParts, makeEngine } from "#lib/verify/engine.ts";
import { type VerifyCall, verifyKey } from "#lib/verify/verify-key.ts";
import { whenDone } from "./when-done.ts";
import { anotherDatabase } from "./world.ts";

/** An engine whose meters are written out only when a test says so. A failing write ends in `errors`. */
export function testEngine(
	database: Database,
	parts: Partial<EngineParts> = {},
): Engine & { errors: unknown[] } {
	const errors: unknown[] = [];
	const engine = makeEngine({
		database,
		peppers: keyRing("key-pepper"),
		keks: keyRing("sealing"),
		counters: newCounters(),
		bounds: { entries: 1_000, bytes: 1_000_000 },
		graceMs: 0,
		redis: null,
		onError: (error) => errors.push(error),
		...parts,
	});
	return { ...engine, errors };
}

/**
 * An engine as another process would have it: with connections of its own, hearing changes and writing meters, until
 * whoever began it is done.
 */
export async function runningEngine(url: string, parts: Partial<EngineParts> = {}) {
	const engine = testEngine(anotherDatabase(url), parts);
	whenDone(() => engine.stop());
	await engine.start();
	await vi.waitUntil(() => engine.database.changes.isProven, { timeout: 5_000, interval: 5 });
	return engine;
}

/** A key that presents itself, from a known address, and asks for nothing in particular. */
export const verifyCall = (key: string, call: Partial<VerifyCall> = {}): VerifyCall => ({
	key,
	asker: null,
	guesser: null,
	scopes: [],
	locationId: null,
	address: "203.0.113.7",
	client: "test/1.0",
	cost: 1,
	...call,
});

/** What the engine says of a key, in a word. */
export async function codeOf(engine: Engine, key: { secret: string }, call: Partial<VerifyCall> = {}) {
	const answer = await verifyKey(engine, verifyCall(key.secret, call));
	return typeof answer === "string" ? answer : answer.code;
}
