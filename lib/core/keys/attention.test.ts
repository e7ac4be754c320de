import { expect, test } from "vitest";
import { isRefusedMoreThanUsual } from "./attention.ts";

test.each([
	{ inDay: 19, onUsualDays: 0, much: false },
	{ inDay: 20, onUsualDays: 0, much: true },
	{ inDay: 20, onUsualDays: 46, much: true },
	{ inDay: 20, onUsualDays: 47, much: false },
	{ inDay: 21, onUsualDays: 48, much: true },
	{ inDay: 21, onUsualDays: 49, much: false },
	{ inDay: 3_000, onUsualDays: 7_000, much: false },
	{ inDay: 3_001, onUsualDays: 7_000, much: true },
])(
	"$inDay refusals in a day after $onUsualDays in a week: more than usual is $much",
	({ much, ...refused }) => {
		expect(isRefusedMoreThanUsual(refused)).toBe(much);
	},
);
