import { DEFAULT_LANGUAGE } from "./languages.ts";
import type { Area } from "./texts.ts";
import { textsIn } from "./texts-in.ts";

/** The texts of an area as files and programs have them. Not for browsers, which would get the whole catalogue. */
export const englishOf = <const Name extends Area>(area: Name) => textsIn(DEFAULT_LANGUAGE, area);
