import { cookies, headers } from "next/headers";
import { cache } from "react";
import { DEFAULT_LANGUAGE, type Language } from "#lib/core/texts/languages.ts";
import type { Area } from "#lib/core/texts/texts.ts";
import { CATALOGUES, textsIn } from "#lib/core/texts/texts-in.ts";
import { LANGUAGE_COOKIE, LANGUAGES_OFFERED } from "./languages-offered.ts";
import { sayIn } from "./say-in.ts";
import { wishedLanguage } from "./wished-language.ts";

/** The language that was chosen in this request's browser, or else that it asks for; null when it asks for none of ours. */
export const languageAskedFor = cache(async (): Promise<Language | null> => {
	const [chosen, wishes] = [(await cookies()).get(LANGUAGE_COOKIE)?.value, await headers()];
	const choice = LANGUAGES_OFFERED.find((language) => language === chosen);
	return choice ?? wishedLanguage(wishes.get("accept-language"));
});

/** The language that this request is answered in. */
export const languageOf = async (): Promise<Language> => (await languageAskedFor()) ?? DEFAULT_LANGUAGE;

/** The texts of an area for server components: `const t = await textsOf("keys")`. Client components use `useTranslations("keys")`. */
export async function textsOf<const Name extends Area>(area: Name) {
	return textsIn(await languageOf(), area);
}

/** What is sent to the browser: texts as they stand, of these areas alone. */
export async function messagesOf(areas: readonly Area[]) {
	const catalogue = CATALOGUES[await languageOf()];
	return Object.fromEntries(areas.map((area) => [area, catalogue[area]]));
}

/** How this request's reader is told what was said or stored in English: `(await sayer())(problem)`. */
export const sayer = async () => sayIn(await languageOf());
