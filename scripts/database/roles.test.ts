import { expect, test } from "vitest";
import { APP_GROUP, ENGINE_OWNER, loginName } from "./roles.ts";

test("a database called latchkey has a login that is not one of the groups", () => {
	expect([APP_GROUP, ENGINE_OWNER]).not.toContain(loginName("latchkey"));
});

test("long names stay within what PostgreSQL keeps of a name, and apart", () => {
	const [one, two] = [loginName(`${"ä".repeat(31)}1`), loginName(`${"ä".repeat(31)}2`)];

	expect(Buffer.byteLength(one)).toBeLessThanOrEqual(63);
	expect(one).not.toBe(two);
});
