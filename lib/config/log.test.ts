import { describe, expect, test } from "vitest";
import { generateSecret } from "#lib/core/keys/format.ts";
import { hideSecrets } from "./log.ts";

const { plaintext } = generateSecret("AGENCY");
const COOKIE = `eyJ${"hbGciOiJkaXIi".repeat(4)}..${"A1b2".repeat(4)}.${"Zz09_-".repeat(20)}.${"q".repeat(22)}`;

describe("a text for the log", () => {
	test.each([
		["a key", plaintext, "lk_agy_[hidden]"],
		["a location key", generateSecret("LOCATION").plaintext, "lk_loc_[hidden]"],
		["a key in a header", `authorization: Bearer ${plaintext}`, "authorization: Bearer lk_agy_[hidden]"],
		[
			"keys in JSON",
			`{"key":"${plaintext}","old":"${plaintext}"}`,
			'{"key":"lk_agy_[hidden]","old":"lk_agy_[hidden]"}',
		],
		["the first half of a key", plaintext.slice(0, 22), "lk_agy_[hidden]"],
		["a shared secret", "whsec_Zm9v+YmFy/cXV4=, next", "whsec_[hidden], next"],
		["a password in a URL", "postgresql://app:p%40ss@db:5432/x", "postgresql://[hidden]@db:5432/x"],
		["a password without a user", "redis://:hunter2@h/0", "redis://[hidden]@h/0"],
		["a token in a URL", "https://ghp_Zm9v@git.example/a@b", "https://[hidden]@git.example/a@b"],
		["a password with odd characters", "postgres://a:p:/?#w@h/d", "postgres://[hidden]@h/d"],
		["a session cookie", `latchkey.session=${COOKIE}; a=b`, "latchkey.session=[hidden]; a=b"],
	])("loses %s", (_name, text, hidden) => {
		expect(hideSecrets(text)).toBe(hidden);
	});

	test.each(["", "plain", "https://keys.example.com/a@b", "lk_agy_", "see lk_loc_ and eyJ", "10:30 a@b"])(
		"keeps %j",
		(text) => {
			expect(hideSecrets(text)).toBe(text);
		},
	);

	// A pattern that tries every start of a run against every end would hold up the whole process.
	test.each(["//a:", "eyJ", "-eyJ", "eyJ.", "lk_agy_", "//", "a".repeat(7)])(
		"of 50,000 characters that repeat %j is read at once",
		(part) => {
			const start = performance.now();

			hideSecrets(part.repeat(50_000 / part.length));

			expect(performance.now() - start).toBeLessThan(2_000);
		},
	);
});
