import { expect, test } from "vitest";
import { keyStatus, maskKey } from "./key.ts";

const NOW = new Date("2026-03-02T12:00:00.000Z");
const PAST = new Date(NOW.getTime() - 1);
const FUTURE = new Date(NOW.getTime() + 1);

test.each([
	["Active", true, null, null],
	["Active", true, null, FUTURE],
	["Expired", true, null, NOW],
	["Expired", true, null, PAST],
	["Inactive", false, null, null],
	["Inactive", false, null, PAST],
	["Revoked", true, PAST, null],
	["Revoked", false, PAST, PAST],
	["Revoked", true, FUTURE, FUTURE],
] as const)(
	"a key is %s when enabled is %s, revoked at %s, expiring at %s",
	(status, enabled, revokedAt, expiresAt) => {
		expect(keyStatus({ enabled, revokedAt, expiresAt }, NOW)).toBe(status);
	},
);

test("a masked key shows both its ends and nothing between", () => {
	expect(maskKey({ secretPrefix: "lk_agy_", secretLastFour: "aB3d" })).toBe("lk_agy_••••aB3d");
});
