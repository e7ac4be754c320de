import type { Language } from "#lib/core/texts/languages.ts";
import { database } from "#lib/data/client.ts";
import { chooseLanguage } from "#lib/services/people/choose-language.ts";
import { findPerson } from "./find-person.ts";

/** Keeps a language for mails with the person whose living session a Cookie header names, if there is one. */
export async function keepLanguage(cookieHeader: string | undefined, language: Language): Promise<void> {
	const signedIn = await findPerson(cookieHeader);
	if (signedIn) await chooseLanguage(database(), signedIn.person, language, new Date());
}
