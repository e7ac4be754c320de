import { DEFAULT_LANGUAGE, LANGUAGES, type Language } from "#lib/core/texts/languages.ts";
import { type Say, sayIn } from "./say-in.ts";

/** The language of the page, which is known by itself alone to what runs outside of components. */
export const pageLanguage = (): Language =>
	LANGUAGES.find((one) => one === document.documentElement.lang) ?? DEFAULT_LANGUAGE;

/** How the page says sentences that were made in English. Without an answer of the server it says them as they are. */
export const sayHere = (): Promise<Say> => sayIn(pageLanguage()).catch(() => (english: string) => english);
