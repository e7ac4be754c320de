/** English sentences as the code says them, blanks as `{name}`, each with the same in another language. */
export type Sentences = Readonly<Record<string, string>>;

type Pattern = { english: RegExp; blanks: readonly string[]; length: number; text: string };

export type Dictionary = { whole: ReadonlyMap<string, string>; patterns: readonly Pattern[] };

/** The blank that holds a sentence of the dictionary, or the pattern does not fit. What others hold may be a name. */
const SENTENCE = "sentence";

const BLANK = /\{(\w+)\}/;
const hasBlanks = (english: string) => BLANK.test(english);

/**
 * A dictionary to look sentences up in. Of two that fit, the one that says more by itself counts; before them all, one with
 * a whole sentence in it, as its words end where the other's begin.
 */
export function dictionaryOf(sentences: Sentences): Dictionary {
	const entries = Object.entries(sentences);
	return {
		whole: new Map(entries.filter(([english]) => !hasBlanks(english))),
		patterns: entries
			.filter(([english]) => hasBlanks(english))
			.map(patternOf)
			.sort((one, other) => other.length - one.length),
	};
}

function patternOf([english, text]: [string, string]): Pattern {
	const parts = english.split(BLANK);
	const literals = parts.filter((_, index) => index % 2 === 0);
	const blanks = parts.filter((_, index) => index % 2 === 1);
	return {
		english: new RegExp(`^${literals.map(escaped).join("(.+?)")}$`, "s"),
		blanks,
		length: blanks.includes(SENTENCE) ? Number.POSITIVE_INFINITY : literals.join("").length,
		text,
	};
}

const escaped = (literal: string) => literal.replaceAll(/[\\^$.*+?()[\]{}|]/g, "\\$&");

/**
 * A sentence that was made in English, in the language of the dictionary. One that it does not know stays as it is: to be
 * understood by some is better than to say nothing.
 */
export const sentenceIn = (dictionary: Dictionary, english: string): string =>
	translationOf(dictionary, english) ?? english;

function translationOf(dictionary: Dictionary, english: string): string | null {
	const whole = dictionary.whole.get(english);
	if (whole !== undefined) return whole;
	for (const pattern of dictionary.patterns) {
		const found = pattern.english.exec(english);
		const text = found && fill(dictionary, pattern, found.slice(1));
		if (text) return text;
	}
	return null;
}

function fill(dictionary: Dictionary, { blanks, text }: Pattern, values: readonly string[]): string | null {
	const filled = new Map<string, string>();
	for (const [index, blank] of blanks.entries()) {
		const value = values[index] ?? "";
		const said =
			blank === SENTENCE ? translationOf(dictionary, value) : (dictionary.whole.get(value) ?? value);
		if (said === null) return null;
		filled.set(blank, said);
	}
	return text.replaceAll(/\{(\w+)\}/g, (blank, name: string) => filled.get(name) ?? blank);
}
