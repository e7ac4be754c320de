import { globSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import { expect, test } from "vitest";

const ROOT = join(import.meta.dirname, "..");

/** Tells operators of a setting, whose name it says. */
const TO_OPERATORS = "lib/config/env.ts";

const tellsIssues = (source: string) => /issues\b[\s\S]{0,80}\bmessage\b/.test(source);

test("whoever tells people or programs what zod found has it say so in plain words", () => {
	const tellers = globSync("{app,components,lib}/**/*.{ts,tsx}", { cwd: ROOT })
		.map((path) => ({ path: path.split(sep).join("/"), source: readFileSync(join(ROOT, path), "utf8") }))
		.filter(({ path, source }) => !/\.test\.tsx?$/.test(path) && tellsIssues(source));

	const inZodsWords = tellers
		.filter(({ path, source }) => path !== TO_OPERATORS && source.includes(".safeParse("))
		.filter(({ source }) => !source.includes("IN_PLAIN_WORDS)"));

	expect(tellers.length).toBeGreaterThan(10);
	expect(inZodsWords.map(({ path }) => path)).toEqual([]);
});
