import type { Language } from "#lib/core/texts/languages.ts";

/** German is offered once every screen speaks it. */
export const LANGUAGES_OFFERED: readonly Language[] = ["en"];

/** Holds what a person chose; without it their browser's wish counts. */
export const LANGUAGE_COOKIE = "latchkey-language";
