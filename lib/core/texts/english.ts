import { createTranslator } from "use-intl/core";
import { en } from "./en/all.ts";
import { DEFAULT_LANGUAGE } from "./languages.ts";
import type { Area } from "./texts.ts";

/** The texts of an area as files and programs have them. Not for browsers, which would get the whole catalogue. */
export const englishOf = <const Name extends Area>(area: Name) =>
	createTranslator({ locale: DEFAULT_LANGUAGE, messages: en, namespace: area });
