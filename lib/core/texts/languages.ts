export const LANGUAGES = ["en", "de"] as const;
export type Language = (typeof LANGUAGES)[number];

/** For readers who understand none of ours or of whom no language is known, and for whom nobody can ask: programs and logs. */
export const DEFAULT_LANGUAGE: Language = "en";

/** Each by its own name, for those who look for theirs among words that they cannot read. */
export const LANGUAGE_NAMES = { en: "English", de: "Deutsch" } as const satisfies Record<Language, string>;

export const DIRECTIONS = { en: "ltr", de: "ltr" } as const satisfies Record<Language, "ltr" | "rtl">;

/** How each writes dates. English names the day before the month. */
export const DATE_LOCALES = { en: "en-GB", de: "de" } as const satisfies Record<Language, string>;
