import { describe, expect, test } from "vitest";
import { foldName, multiLine, singleLine } from "./text.ts";

const Title = singleLine(80, "The title");
const Description = multiLine(500, "The description");
const accepts = (schema: typeof Title | typeof Description, text: unknown) => schema.safeParse(text).success;

describe("one line of text", () => {
	test.each([
		["  Website ", "Website"],
		["\u00a0Website\u2003", "Website"],
		["\ufeffWebsite", "Website"],
		["We\u0308bsite", "Wëbsite"],
		["a  b", "a  b"],
		["<script>alert(1)</script>", "<script>alert(1)</script>"],
		["العربية", "العربية"],
		["❤️ 🔑", "❤️ 🔑"],
	])("%j is kept as %j", (given, kept) => {
		expect(Title.parse(given)).toBe(kept);
	});

	test.each(["", " ", "\u00a0", "\n", "\ufeff"])("%j is nothing, and nothing is refused", (text) => {
		expect(Title.safeParse(text).error?.issues.map((issue) => issue.message)).toContain(
			"The title is required.",
		);
	});

	test.each([undefined, null, 5, true, ["x"], { toString: () => "x" }])("%j is no text", (value) => {
		expect(accepts(Title, value)).toBe(false);
	});

	test("has up to 80 characters, whatever they take to store", () => {
		for (const character of ["x", "é", "語", "🔑"]) {
			expect(accepts(Title, character.repeat(80))).toBe(true);
			expect(accepts(Title, character.repeat(81))).toBe(false);
		}
		expect(accepts(Title, ` ${"x".repeat(80)} `)).toBe(true);
		expect(accepts(Title, "e\u0301".repeat(80))).toBe(true);
	});
});

const INVISIBLE: Record<string, string> = {
	NUL: "\0",
	"the sign of broken bytes": "\ufffd",
	tab: "\t",
	"line feed": "\n",
	"carriage return": "\r",
	escape: "\u001b",
	delete: "\u007f",
	"next line": "\u0085",
	"soft hyphen": "\u00ad",
	"combining grapheme joiner": "\u034f",
	"Arabic letter mark": "\u061c",
	"Hangul filler": "\u3164",
	"zero-width space": "\u200b",
	"zero-width non-joiner": "\u200c",
	"zero-width joiner": "\u200d",
	"left-to-right mark": "\u200e",
	"right-to-left mark": "\u200f",
	"line separator": "\u2028",
	"paragraph separator": "\u2029",
	"right-to-left embedding": "\u202b",
	"right-to-left override": "\u202e",
	"word joiner": "\u2060",
	"right-to-left isolate": "\u2067",
	"pop directional isolate": "\u2069",
	"byte order mark": "\ufeff",
	"interlinear annotation": "\ufff9",
	"a tag letter": "\u{e0041}",
	"a lone high surrogate": "\ud800",
	"a lone low surrogate": "\udc00",
};

describe("a character that cannot be seen, or stands for a broken one", () => {
	test.each(Object.entries(INVISIBLE))("is refused inside a line: %s", (_name, character) => {
		expect(accepts(Title, `Web${character}site`)).toBe(false);
	});

	test.each(Object.entries(INVISIBLE).filter(([name]) => name !== "line feed"))(
		"is refused inside several lines: %s",
		(_name, character) => {
			expect(accepts(Description, `Web${character}site`)).toBe(false);
		},
	);
});

describe("several lines of text", () => {
	test("may be none, and end their lines in one way", () => {
		expect(Description.parse("")).toBe("");
		expect(Description.parse(" one\r\ntwo\n\nthree ")).toBe("one\ntwo\n\nthree");
	});

	test("have up to 500 characters", () => {
		expect(accepts(Description, "🔑".repeat(500))).toBe(true);
		expect(accepts(Description, "x".repeat(501))).toBe(false);
	});
});

describe("names count as the same", () => {
	test.each([
		["Website", "WEBSITE"],
		["Website", " website "],
		["a b", "a \t\u00a0 b"],
		["Ｗｅｂ", "web"],
		["ﬁne", "FINE"],
		["é", "e\u0301"],
		["①", "1"],
	])("%j and %j", (one, other) => {
		expect(foldName(one)).toBe(foldName(other));
	});

	test.each([
		["Website", "Web site"],
		["a", "á"],
		["a-b", "a_b"],
	])("not %j and %j", (one, other) => {
		expect(foldName(one)).not.toBe(foldName(other));
	});

	test("and folding twice is folding once", () => {
		for (const name of ["İstanbul", "ǅ", "ΑΣ", "  X  ", "\ufdfa", "ß"]) {
			expect(foldName(foldName(name))).toBe(foldName(name));
		}
	});
});
