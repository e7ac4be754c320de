import type { Area } from "#lib/core/texts/texts.ts";
import type { textsOf } from "./texts-of.ts";

/** Says the texts of an area: `useTranslations` gives it to client components, `textsOf` to server components. */
export type Translator<Name extends Area> = Awaited<ReturnType<typeof textsOf<Name>>>;
