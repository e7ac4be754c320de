import Negotiator from "negotiator";
import { cookies, headers } from "next/headers";
import { cache } from "react";
import { createTranslator } from "use-intl/core";
import { de } from "#lib/core/texts/de/all.ts";
import { en } from "#lib/core/texts/en/all.ts";
import { DEFAULT_LANGUAGE, LANGUAGES, type Language } from "#lib/core/texts/languages.ts";
import type { Area } from "#lib/core/texts/texts.ts";
import { LANGUAGE_COOKIE, LANGUAGES_OFFERED } from "./languages-offered.ts";
import { sayIn } from "./say-in.ts";

const CATALOGUES = { en, de };

/** The language that this request is answered in. For pages, routes and server actions. */
export const languageOf = cache(async (): Promise<Language> => {
	const [chosen, wishes] = [(await cookies()).get(LANGUAGE_COOKIE)?.value, await headers()];
	const offered = [...LANGUAGES_OFFERED];
	const choice = offered.find((language) => language === chosen);
	if (choice) return choice;
	const negotiator = new Negotiator({ headers: { "accept-language": wishes.get("accept-language") ?? "" } });
	const wish = negotiator.language(offered);
	return LANGUAGES.find((language) => language === wish) ?? DEFAULT_LANGUAGE;
});

/** The texts of an area for server components: `const t = await textsOf("keys")`. Client components use `useTranslations("keys")`. */
export async function textsOf<const Name extends Area>(area: Name) {
	const language = await languageOf();
	// The two have the same blanks: a test holds them to it.
	const messages = CATALOGUES[language] as typeof en;
	return createTranslator({ locale: language, messages, namespace: area });
}

/** What is sent to the browser: texts as they stand, of these areas alone. */
export async function messagesOf(areas: readonly Area[]) {
	const catalogue = CATALOGUES[await languageOf()];
	return Object.fromEntries(areas.map((area) => [area, catalogue[area]]));
}

/** How this request's reader is told what was said or stored in English: `(await sayer())(problem)`. */
export const sayer = async () => sayIn(await languageOf());
