import { describe, expect, test } from "vitest";
import { generateSecret } from "#lib/core/keys/format.ts";
import { runningEngine, testEngine, verifyCall } from "#lib/testing/engine.ts";
import { makeAgency, makeKey } from "#lib/testing/factories.ts";
import { testWorld } from "#lib/testing/world.ts";
import type { Engine } from "./engine.ts";
import type { Guesser } from "./guesses.ts";
import { verifyKey } from "./verify-key.ts";

const world = await testWorld();
const agency = await makeAgency(world);
const running = await runningEngine(world.appUrl);

const from = (address: string, teller: string | null = null): Guesser => ({ address, teller });
const strange = () => generateSecret("AGENCY").plaintext;

async function ask(engine: Engine, secret: string, guesser: Guesser | null) {
	const verdict = await verifyKey(engine, verifyCall(secret, { guesser }));
	return typeof verdict === "string" ? verdict : verdict.code;
}
const askMany = (engine: Engine, count: number, guesser: Guesser | null, text = strange) =>
	Promise.all(Array.from({ length: count }, () => ask(engine, text(), guesser)));
const slowed = (answers: readonly string[]) =>
	answers.filter((answer) => answer === "TOO_MANY_GUESSES").length;

/** An engine of which a network has asked for more unknown keys than it may. */
async function guessedEngine(guesser = from("203.0.113.7"), engine = testEngine(world.database)) {
	const answers = await askMany(engine, 61, guesser);
	expect(new Set(answers)).toEqual(new Set(["NOT_FOUND"]));
	return engine;
}

describe("a network that has asked for more than sixty unknown keys", () => {
	test("is slowed down in asking for more, and told nothing of the key", async () => {
		const engine = await guessedEngine();
		const key = await makeKey(world, agency);

		const answers = await askMany(engine, 100, from("203.0.113.7"));

		expect(slowed(answers)).toBeGreaterThanOrEqual(80);
		expect(new Set(answers)).toEqual(new Set(["NOT_FOUND", "TOO_MANY_GUESSES"]));
		expect(await ask(engine, key.secret, from("203.0.113.7"))).toBe("TOO_MANY_GUESSES");
	});

	test("uses keys that are known as before", async () => {
		const key = await makeKey(world, agency);
		expect(await running.database.changes.confirm()).toEqual({ propagated: true });
		const guesser = from("198.51.100.7");
		expect(await ask(running, key.secret, guesser)).toBe("VALID");
		await guessedEngine(guesser, running);

		const answers = await askMany(running, 100, guesser, () => key.secret);

		expect(new Set(answers)).toEqual(new Set(["VALID"]));
	});

	test("does not slow others down", async () => {
		const engine = await guessedEngine();

		expect(slowed(await askMany(engine, 30, from("203.0.113.8")))).toBe(0);
		expect(slowed(await askMany(engine, 30, from("2001:db8::1")))).toBe(0);
		expect(slowed(await askMany(engine, 30, null))).toBe(0);
	});

	// An agency that makes up addresses must not lock those out who really have them.
	test("as one agency tells is not slowed down with another, nor by itself", async () => {
		const engine = await guessedEngine(from("203.0.113.7", agency.id));

		expect(slowed(await askMany(engine, 30, from("203.0.113.7", agency.id)))).toBeGreaterThan(9);
		expect(slowed(await askMany(engine, 30, from("203.0.113.7", (await makeAgency(world)).id)))).toBe(0);
		expect(slowed(await askMany(engine, 30, from("203.0.113.7")))).toBe(0);
	});
});

describe("what is no guess:", () => {
	test("texts that are not even like a key", async () => {
		const engine = testEngine(world.database);
		const junk = () => `${strange().slice(0, -1)}!`;

		await askMany(engine, 500, from("203.0.113.7"), junk);

		expect(slowed(await askMany(engine, 60, from("203.0.113.7")))).toBe(0);
	});

	test("keys that exist, whatever is wrong with them", async () => {
		const engine = testEngine(world.database);
		const keys = [
			await makeKey(world, agency, { revoked: true }),
			await makeKey(world, agency, { disabled: true }),
		];
		for (let round = 0; round < 50; round++) {
			for (const key of keys) await ask(engine, key.secret, from("203.0.113.7"));
		}

		expect(slowed(await askMany(engine, 60, from("203.0.113.7")))).toBe(0);
	});

	test("what is asked for by somebody of whom nobody knows the address", async () => {
		const engine = testEngine(world.database);

		await askMany(engine, 200, null);

		expect(slowed(await askMany(engine, 200, null))).toBe(0);
	});
});
