import type { Language } from "#lib/core/texts/languages.ts";

/** A language is offered once every screen speaks it. */
export const LANGUAGES_OFFERED: readonly Language[] = ["en", "de"];

/** Holds what a person chose; without it their browser's wish counts. */
export const LANGUAGE_COOKIE = "latchkey-language";
