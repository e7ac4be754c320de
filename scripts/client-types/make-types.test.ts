import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { makeTypes, TYPES_FILE } from "./make-types.ts";

// When the document changes: node_modules/.bin/node scripts/client-types/make-types.ts
test("the client's types are those of the document", async () => {
	expect(readFileSync(TYPES_FILE, "utf8")).toBe(await makeTypes());
});
