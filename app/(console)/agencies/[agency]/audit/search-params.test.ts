import { expect, test } from "vitest";
import { loadAuditSearch } from "./search-params.ts";

const searched = (q: string) => loadAuditSearch(new URLSearchParams({ q })).q;

test("a long search is cut between characters", () => {
	expect(searched(`${"a".repeat(79)}😀b`)).toBe(`${"a".repeat(79)}😀`);
	expect(searched("é".repeat(200))).toHaveLength(80);
});

test("control characters become spaces", () => {
	expect(searched("a\0b\nc")).toBe("a b c");
});
