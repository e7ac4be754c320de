import type { Answer } from "./answers.ts";
import { expect, type Findings, figure, tally } from "./figures.ts";

/** Not to know is never wrong, but while everything works it must be rare. */
const UNAVAILABLE_SHARE_MAX = 0.01;

/** Only these codes, or an answer that says nothing. */
export function expectCodes(found: Findings, answers: readonly Answer[], codes: readonly string[]): void {
	const strange = answers.filter(({ code, state }) => state !== "UNAVAILABLE" && !codes.includes(code));
	expect(found, strange.length === 0, `of ${answers.length} answers some were strange: ${tally(strange)}`);
}

/** While everything works: only these codes, and almost never an answer that says nothing. */
export function expectAnswers(found: Findings, answers: readonly Answer[], codes: readonly string[]): void {
	expectCodes(found, answers, codes);
	const unknown = answers.filter(({ state }) => state === "UNAVAILABLE").length;
	if (unknown > 0) figure(found, "unavailable", `${unknown} of ${answers.length}`);
	const rare = unknown <= answers.length * UNAVAILABLE_SHARE_MAX;
	expect(found, rare, `${unknown} of ${answers.length} answers said nothing, although everything worked`);
}
