import { expect, test } from "vitest";
import { after } from "./after.ts";

test("what is there is gone on with at once", () => {
	expect(after(1, (one) => one + 1)).toBe(2);
});

test("what is not there yet is gone on with when it is", async () => {
	const later = after(Promise.resolve(1), (one) => one + 1);

	expect(later).toBeInstanceOf(Promise);
	expect(await later).toBe(2);
});

test("a failure is passed on, whenever it happens", async () => {
	const fail = () => {
		throw new Error("broken");
	};

	expect(() => after(1, fail)).toThrow("broken");
	await expect(after(Promise.resolve(1), fail)).rejects.toThrow("broken");
	await expect(after(Promise.reject(new Error("before")), () => 1)).rejects.toThrow("before");
});
