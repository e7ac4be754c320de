import { expect, test } from "vitest";
import { respawnDelayMs } from "./respawn-delay.ts";

test("the first worker that dies is replaced at once, those after it ever later, but not too late", () => {
	const delays = [1, 2, 3, 4, 8, 40].map((deaths) => respawnDelayMs(Array(deaths).fill(1_000), 1_000));

	expect(delays).toEqual([0, 250, 500, 1_000, 15_000, 15_000]);
});

test("a death is forgotten after a minute", () => {
	expect(respawnDelayMs([0, 1_000], 59_999)).toBe(250);
	expect(respawnDelayMs([0, 1_000], 60_000)).toBe(0);
});
