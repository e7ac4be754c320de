import { expect, test } from "vitest";
import { ERRORS } from "#lib/core/errors.ts";
import { VERDICTS } from "#lib/core/verdicts.ts";
import { presentProblem, problemOf } from "./problem.ts";

test("a verdict and an error of the same name lead to places of their own", () => {
	const codes = [...Object.keys(VERDICTS), ...Object.keys(ERRORS)];

	const types = codes.map((code) => {
		const problem = { ...problemOf("not_found", "Nothing.", "the-request"), code };
		return presentProblem("https://keys.example.test", problem).type;
	});

	expect(new Set(types).size).toBe(codes.length);
	expect(types).toContain("https://keys.example.test/developers/errors#NOT_FOUND");
	expect(types).toContain("https://keys.example.test/developers/errors#not_found");
});
