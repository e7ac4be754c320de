import { expect, test } from "vitest";
import { Slug } from "./places/slug-field.ts";
import { freeSlug, slugOf } from "./slug.ts";

test.each([
	["Harbour", "harbour"],
	["  Harbour & Sons, Ltd. ", "harbour-sons-ltd"],
	["Café Zürich", "cafe-zurich"],
	["Große Straße", "grosse-strasse"],
	["O'Neill’s", "oneills"],
	["ＦＵＬＬ　width", "full-width"],
	["東京", "location"],
	["---", "location"],
	["Łódź 2", "lodz-2"],
])("%j reads %j in an address", (name, slug) => {
	expect(slugOf(name, "location")).toBe(slug);
});

test.each(["a".repeat(80), "word ".repeat(20), `${"a".repeat(49)} b c`, "İstanbul"])(
	"whatever the name, what is made of it is a slug, with room for a number: %j",
	(name) => {
		const slug = slugOf(name, "location");

		expect(Slug.safeParse(`${slug}-999999999`).success).toBe(true);
	},
);

test("a slug that is taken gets the first number that is free", () => {
	expect(freeSlug("harbour", new Set())).toBe("harbour");
	expect(freeSlug("harbour", new Set(["harbour", "harbour-2", "harbour-4"]))).toBe("harbour-3");
});
