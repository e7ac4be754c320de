export const LANGUAGES = ["en", "de"] as const;
export type Language = (typeof LANGUAGES)[number];

/** For readers who understand none of ours, and for whom nobody can ask: programs and logs. */
export const DEFAULT_LANGUAGE: Language = "en";
