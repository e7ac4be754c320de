import { createTranslator } from "use-intl/core";
import { de } from "./de/all.ts";
import { en } from "./en/all.ts";
import type { Language } from "./languages.ts";
import type { Area } from "./texts.ts";

export const CATALOGUES = { en, de } as const;

/** The texts of an area in a language. Not for browsers, which would get the whole catalogue. */
export const textsIn = <const Name extends Area>(language: Language, area: Name) =>
	// The languages have the same blanks: a test holds them to it.
	createTranslator({ locale: language, messages: CATALOGUES[language] as typeof en, namespace: area });
