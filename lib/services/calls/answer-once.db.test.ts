import { expect, test, vi } from "vitest";
import { AppError } from "#lib/core/errors.ts";
import { forgetCallsBefore } from "#lib/data/idempotent-calls.ts";
import { contextFor, daysFrom, makeAgency, makeKey, minutesFrom, NOW } from "#lib/testing/factories.ts";
import { refusalOf } from "#lib/testing/four-cases.ts";
import { testWorld } from "#lib/testing/world.ts";
import { answerOnce, type OnceCall } from "./answer-once.ts";

const world = await testWorld();
const SECRET = "lk_agy_the_new_secret_that_nobody_may_read";

async function arrange() {
	const agency = await makeAgency(world);
	const { id: keyId, secret: credential } = await makeKey(world, agency);
	const at = (now: Date) => contextFor(world, agency, { role: "OWNER", now });
	const call: OnceCall = { keyId, secret: { credential, idempotencyKey: "one" }, parts: ["POST", "{}"] };
	let made = 0;
	const work = async () => ({ status: 201, body: { number: ++made, key: SECRET } });
	const made_ = () => made;
	return { agency, at, call, work, made: made_ };
}

const storedCalls = async ({ id }: { id: string }) =>
	(await world.owner.query("select * from idempotent_calls where agency_id = $1", [id])).rows;

const sentOtherwise = (call: OnceCall): OnceCall => ({ ...call, parts: ["POST", '{"a":1}'] });

test("the same call is done once, and answered alike for a day", async () => {
	const { at, call, work, made } = await arrange();

	const first = await answerOnce(at(NOW), call, work);
	const again = await answerOnce(at(minutesFrom(NOW, 1_439)), call, work);

	expect(first).toEqual({ answer: { status: 201, body: { number: 1, key: SECRET } }, isRepeated: false });
	expect(again).toEqual({ ...first, isRepeated: true });
	expect(made()).toBe(1);
});

test("after a day the name is free, and the house forgets the answer", async () => {
	const { agency, at, call, work, made } = await arrange();
	await answerOnce(at(NOW), call, work);

	await answerOnce(at(minutesFrom(daysFrom(NOW, 1), 1)), sentOtherwise(call), work);

	expect(made()).toBe(2);
	await forgetCallsBefore(world.database, daysFrom(NOW, 1));
	expect(await storedCalls(agency)).toHaveLength(1);
	await forgetCallsBefore(world.database, daysFrom(NOW, 2));
	expect(await storedCalls(agency)).toEqual([]);
});

test("another call by the same name is refused, and nothing is done", async () => {
	const { at, call, work, made } = await arrange();
	await answerOnce(at(NOW), call, work);

	const refusal = await refusalOf(answerOnce(at(NOW), sentOtherwise(call), work));

	expect(refusal).toMatchObject({ code: "invalid_input", fields: [{ field: "Idempotency-Key" }] });
	expect(made()).toBe(1);
});

test("of ten at once one is done, and the others hear that it is under way or what came of it", async () => {
	const { at, call, work, made } = await arrange();

	const outcomes = await Promise.allSettled(
		Array.from({ length: 10 }, () => answerOnce(at(NOW), call, work)),
	);

	expect(made()).toBe(1);
	for (const outcome of outcomes) {
		if (outcome.status === "rejected") expect(outcome.reason).toMatchObject({ code: "conflict" });
		else expect(outcome.value.answer.body).toMatchObject({ number: 1 });
	}
});

test("while the first is under way the second is told so", async () => {
	const { at, call, work } = await arrange();
	let finish = () => {};
	const begun = vi.fn();
	const slow = answerOnce(at(NOW), call, () => {
		begun();
		return new Promise((resolve) => {
			finish = () => resolve(work());
		});
	});
	await vi.waitUntil(() => begun.mock.calls.length === 1);

	const refusal = await refusalOf(answerOnce(at(NOW), call, work));
	finish();

	expect(refusal).toMatchObject({ code: "conflict", detail: expect.stringContaining("under way") });
	expect((await slow).isRepeated).toBe(false);
});

test("a refusal leaves the name free", async () => {
	const { at, call, work, made } = await arrange();
	const refused = async () => {
		throw new AppError("conflict", "The title is taken.");
	};
	await refusalOf(answerOnce(at(NOW), call, refused));

	await answerOnce(at(NOW), sentOtherwise(call), work);

	expect(made()).toBe(1);
});

test("after a failure of ours nothing is done again by that name", async () => {
	const { at, call, work, made } = await arrange();
	const broken = async () => {
		throw new Error("broken");
	};
	await expect(answerOnce(at(NOW), call, broken)).rejects.toThrow("broken");

	const refusal = await refusalOf(answerOnce(at(minutesFrom(NOW, 5)), call, work));

	expect(refusal).toMatchObject({ code: "conflict", detail: expect.stringContaining("failed on our side") });
	expect(made()).toBe(0);
});

test("two keys, and two agencies, may use the same name", async () => {
	const [ours, theirs] = [await arrange(), await arrange()];
	await answerOnce(ours.at(NOW), ours.call, ours.work);

	await answerOnce(theirs.at(NOW), theirs.call, theirs.work);

	expect([ours.made(), theirs.made()]).toEqual([1, 1]);
});

test("the stored answer opens for the same credential alone, and is nowhere in plain", async () => {
	const { agency, at, call, work } = await arrange();
	await answerOnce(at(NOW), call, work);

	const secret = { ...call.secret, credential: "lk_agy_another" };
	const refusal = await refusalOf(answerOnce(at(NOW), { ...call, secret }, work));

	expect(refusal).toMatchObject({ code: "invalid_input", detail: expect.stringContaining("another secret") });
	const rows = await storedCalls(agency);
	expect(rows).toHaveLength(1);
	const stored = Buffer.concat(Object.values(rows[0]).filter((value) => Buffer.isBuffer(value)));
	expect(stored.includes(SECRET)).toBe(false);
	expect(stored.includes(call.secret.credential)).toBe(false);
	expect(stored.includes("one")).toBe(false);
});

test("nobody can try from what is stored which password was sent", async () => {
	const [ours, theirs] = [await arrange(), await arrange()];
	const parts = ["POST", '{"password":"correct horse battery"}'];
	await answerOnce(ours.at(NOW), { ...ours.call, parts }, ours.work);
	await answerOnce(theirs.at(NOW), { ...theirs.call, parts }, theirs.work);

	const [[one], [other]] = [await storedCalls(ours.agency), await storedCalls(theirs.agency)];

	expect(one.digest).toEqual(other.digest);
	expect(one.request_digest).not.toEqual(other.request_digest);
});

test("what was made is told, also where the answer cannot be kept", async () => {
	const { agency, at, call, work, made } = await arrange();
	const losing = async () => {
		await world.owner.query("delete from idempotent_calls where agency_id = $1", [agency.id]);
		return work();
	};

	const once = await answerOnce(at(NOW), call, losing);

	expect(once.answer.body).toEqual({ number: 1, key: SECRET });
	expect(made()).toBe(1);
});
