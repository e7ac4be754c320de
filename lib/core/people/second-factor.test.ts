import { generate } from "otplib";
import { expect, test } from "vitest";
import { digestRecoveryCode, newRecoveryCodes, newSeed, stepOfCode, TypedCode } from "./second-factor.ts";

const NOW = new Date("2026-03-02T12:00:10.000Z");
const STEP = BigInt(NOW.getTime()) / 30_000n;
const secondsFrom = (seconds: number) => new Date(NOW.getTime() + seconds * 1_000);

test.each([
	[-60, null],
	[-30, STEP - 1n],
	[0, STEP],
	[30, STEP + 1n],
	[60, null],
])(
	"a code that is %i seconds off belongs to its own time step, or to none that counts",
	async (seconds, step) => {
		const seed = newSeed();
		const code = await generate({ secret: seed, epoch: secondsFrom(seconds).getTime() / 1_000 });

		expect(await stepOfCode(seed, code, NOW)).toBe(step);
	},
);

test.each(["", "12345", "1234567", "abcdef", "ABCDEFGHIJKLMNOPQRSTUVWX"])(
	"%j is no code of an app",
	async (code) => {
		expect(await stepOfCode(newSeed(), code, NOW)).toBeNull();
	},
);

test("recovery codes are ten of 120 bits, all different, and are taken however they are typed", () => {
	const codes = newRecoveryCodes();

	expect(new Set(codes)).toHaveLength(10);
	for (const code of codes) {
		expect(code).toMatch(/^[A-Z2-7]{4}(-[A-Z2-7]{4}){5}$/);
		const typed = TypedCode.parse(` ${code.toLowerCase().replaceAll("-", " ")} `);
		expect(digestRecoveryCode(typed)).toEqual(digestRecoveryCode(code));
	}
});

test.each(["", "12345", "1234567", "12345x", "x".repeat(65), "ABCD-EFGH", "１２３４５６"])(
	"%j is refused before anybody looks it up",
	(text) => {
		expect(TypedCode.safeParse(text).success).toBe(false);
	},
);
