import { encode } from "@auth/core/jwt";
import { describe, expect, test } from "vitest";
import { readSid, sessionCookieName, sessionSecrets } from "./session-cookie.ts";

const name = sessionCookieName();
const seal = (token: object, options: { secret?: string[]; salt?: string; maxAge?: number } = {}) =>
	encode({
		token,
		secret: options.secret ?? sessionSecrets(),
		salt: options.salt ?? name,
		maxAge: options.maxAge ?? 60,
	});

test("the session id in a sealed cookie is read, among other cookies", async () => {
	const cookie = await seal({ sid: "the-id" });

	expect(await readSid(`${name}=${cookie}`)).toBe("the-id");
	expect(await readSid(`a=b; ${name}=${cookie}; c=d`)).toBe("the-id");
});

describe("there is no session id", () => {
	test.each([undefined, "", "a=b", `${name}=`, `${name}=x`, `x${name}=y`, `${name}=${"a.".repeat(5_000)}`])(
		"in %j",
		async (header) => {
			expect(await readSid(header)).toBeNull();
		},
	);

	test("in a cookie that was sealed for another purpose, with another secret, or has run out", async () => {
		expect(await readSid(`${name}=${await seal({ sid: "x" }, { salt: "other" })}`)).toBeNull();
		expect(await readSid(`${name}=${await seal({ sid: "x" }, { secret: ["another secret"] })}`)).toBeNull();
		expect(await readSid(`${name}=${await seal({ sid: "x" }, { maxAge: -60 })}`)).toBeNull();
	});

	test("in a cookie that was changed, or holds no id", async () => {
		const cookie = await seal({ sid: "x" });

		expect(await readSid(`${name}=${cookie.slice(0, -2)}`)).toBeNull();
		expect(await readSid(`${name}=${await seal({ sub: "x" })}`)).toBeNull();
		expect(await readSid(`${name}=${await seal({ sid: { $ne: null } })}`)).toBeNull();
	});
});
