import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { Barriers, type Instance, type Propagation } from "./barriers.ts";

const instance = (id: string, leaseEndsAt = new Date("2026-03-02T12:00:00Z")): Instance => ({
	id,
	name: `host:${id}`,
	leaseEndsAt,
});
const [one, two] = [instance("1"), instance("2", new Date("2026-03-02T12:00:30Z"))];

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A question under way: `given` holds its outcome once there is one. */
function ask(barriers: Barriers, barrier: string, instances: Instance[], canHear = true) {
	const question: { given: Propagation | null } = { given: null };
	void barriers
		.wait(barrier, async () => instances, canHear)
		.then((outcome) => {
			question.given = outcome;
		});
	return question;
}
const turn = () => vi.advanceTimersByTimeAsync(0);

describe("a change has propagated", () => {
	test("when nobody answers from memory", async () => {
		const question = ask(new Barriers(), "a", []);
		await turn();

		expect(question.given).toEqual({ propagated: true });
	});

	test("when all have said that they heard it, and not before", async () => {
		const barriers = new Barriers();
		const question = ask(barriers, "a", [one, two]);
		await turn();

		barriers.acknowledge(one.id, ["a"]);
		await turn();
		expect(question.given).toBeNull();
		barriers.acknowledge(two.id, ["a"]);
		await turn();

		expect(question.given).toEqual({ propagated: true });
	});

	test("when their answers were there before it was known whom to wait for", async () => {
		const barriers = new Barriers();
		const outcome = barriers.wait(
			"a",
			async () => {
				barriers.acknowledge(one.id, ["a"]);
				barriers.acknowledge(two.id, ["a"]);
				return [one, two];
			},
			true,
		);

		expect(await outcome).toEqual({ propagated: true });
	});

	test("when their answers to several questions come together", async () => {
		const barriers = new Barriers();
		const questions = ["a", "b"].map((barrier) => ask(barriers, barrier, [one]));
		await turn();

		barriers.acknowledge(one.id, ["a", "b"]);
		await turn();

		expect(questions.map(({ given }) => given)).toEqual([{ propagated: true }, { propagated: true }]);
	});
});

describe("a change has not propagated", () => {
	test("when some have not answered within 250 ms: they are named, with the end of the longest lease", async () => {
		const barriers = new Barriers();
		const question = ask(barriers, "a", [one, two, instance("3")]);
		await turn();
		barriers.acknowledge("3", ["a"]);

		await vi.advanceTimersByTimeAsync(249);
		expect(question.given).toBeNull();
		await vi.advanceTimersByTimeAsync(1);

		expect(question.given).toEqual({
			propagated: false,
			laggards: ["host:1", "host:2"],
			certainBy: two.leaseEndsAt,
		});
	});

	test("when the answer comes later, and the late answer does no harm", async () => {
		const barriers = new Barriers();
		const question = ask(barriers, "a", [one]);
		await vi.advanceTimersByTimeAsync(250);

		barriers.acknowledge(one.id, ["a"]);
		await turn();

		expect(question.given).toMatchObject({ propagated: false });
	});

	test("when the answers were to another question, or from somebody else", async () => {
		const barriers = new Barriers();
		const question = ask(barriers, "a", [one]);
		await turn();

		barriers.acknowledge(one.id, ["b"]);
		barriers.acknowledge(two.id, ["a"]);
		await vi.advanceTimersByTimeAsync(250);

		expect(question.given).toMatchObject({ propagated: false, laggards: ["host:1"] });
	});

	test("at once when nobody's answer can be heard", async () => {
		const question = ask(new Barriers(), "a", [one], false);
		await turn();

		expect(question.given).toMatchObject({ propagated: false, laggards: ["host:1"] });
	});
});

test("a question that cannot be put fails, and leaves nothing behind", async () => {
	const barriers = new Barriers();

	await expect(barriers.wait("a", () => Promise.reject(new Error("gone")), true)).rejects.toThrow("gone");

	barriers.acknowledge(one.id, ["a"]);
	expect(vi.getTimerCount()).toBe(0);
});
