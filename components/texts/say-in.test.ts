import { expect, test } from "vitest";
import { sayIn } from "./say-in.ts";

test("a refusal is said in the reader's language, and in English as it was made", async () => {
	const [german, english] = [await sayIn("de"), await sayIn("en")];

	expect(german("The title is required.")).toBe("Der Titel fehlt.");
	expect(english("The title is required.")).toBe("The title is required.");
});
