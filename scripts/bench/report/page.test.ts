import { expect, test } from "vitest";
import { BEGIN, betweenMarkers, END } from "./page.ts";

test("a new report takes the place of the old one and leaves what people wrote", () => {
	const first = betweenMarkers(`# Title\n\n${BEGIN}\n${END}\n\nAfter.\n`, "old");

	const page = betweenMarkers(first, "new");

	expect(page).toBe(`# Title\n\n${BEGIN}\n\nnew\n\n${END}\n\nAfter.\n`);
});

test.each([`${BEGIN}\n`, `${END}\n`, `${END}\n${BEGIN}\n`, ""])(
	"a page without both markers is not touched: %j",
	(page) => {
		expect(() => betweenMarkers(page, "new")).toThrow("markers");
	},
);
