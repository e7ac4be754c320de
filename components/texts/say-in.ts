import { DEFAULT_LANGUAGE, type Language } from "#lib/core/texts/languages.ts";
import { type Dictionary, dictionaryOf, sentenceIn } from "#lib/core/texts/sentence-in.ts";

/** Says a sentence that was made in English: a refusal, what is wrong with a field, what is stored of a run. */
export type Say = (english: string) => string;

const asItIs: Say = (english) => english;

let german: Dictionary | undefined;

/** How sentences are said in a language. Its dictionary is fetched when it is first asked for. */
export async function sayIn(language: Language): Promise<Say> {
	if (language === DEFAULT_LANGUAGE) return asItIs;
	const { sentences } = await import("#lib/core/texts/de/sentences.ts");
	german ??= dictionaryOf(sentences);
	const dictionary = german;
	return (english) => sentenceIn(dictionary, english);
}
