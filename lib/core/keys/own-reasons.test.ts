import { expect, test } from "vitest";
import { FOUND_IN_PUBLIC, makerEnded, ownReason } from "./own-reasons.ts";

test("reasons of our own are told from those that people write", () => {
	expect(ownReason(FOUND_IN_PUBLIC)).toEqual({ why: "found" });
	expect(ownReason(makerEnded("CI (new)"))).toEqual({ why: "makerEnded", title: "CI (new)" });
	expect(ownReason("The key leaked.")).toBeNull();
	expect(ownReason("")).toBeNull();
});
