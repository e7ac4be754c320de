import { DEFAULT_LANGUAGE, type Language } from "#lib/core/texts/languages.ts";
import { textsIn } from "#lib/core/texts/texts-in.ts";

/** Whom a mail is for. Without a language of their own they get it in English. */
export type Reader = { name: string; email: string; language: Language | null };

export const languageFor = ({ language }: Pick<Reader, "language">): Language => language ?? DEFAULT_LANGUAGE;

/** The words of mails to this reader. */
export const wordsFor = (reader: Pick<Reader, "language">) => textsIn(languageFor(reader), "mails");
