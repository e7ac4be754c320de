import { expect, test } from "vitest";
import { appPassword, scramVerifier } from "./scram.ts";

test("the verifier is the one that RFC 7677 gives for its example", () => {
	const salt = Buffer.from("W22ZaJ0SNY7soEsUEjb6gQ==", "base64");

	expect(scramVerifier("pencil", salt)).toBe(
		"SCRAM-SHA-256$4096:W22ZaJ0SNY7soEsUEjb6gQ==" +
			"$WG5d8oPm3OtcPnkdi4Uo7BkeZkBFzpcXkuLmtbsT4qY=:wfPLwcE6nTWhTAmQ7tl2KeoiWGPlZqQxSrmfPwDl2dU=",
	);
});

test("the same secret gives the same password, another secret another", () => {
	expect(appPassword("one")).toBe(appPassword("one"));
	expect(appPassword("one")).not.toBe(appPassword("two"));
	expect(appPassword("one")).toMatch(/^[0-9a-f]{64}$/);
});
