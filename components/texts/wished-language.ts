import Negotiator from "negotiator";
import type { Language } from "#lib/core/texts/languages.ts";
import { LANGUAGES_OFFERED } from "./languages-offered.ts";

/** The first of our languages that an Accept-Language header names, by its own order; `*` names none. */
export function wishedLanguage(header: string | null): Language | null {
	const named = (header ?? "").split(",").filter((one) => !one.trim().startsWith("*"));
	const negotiator = new Negotiator({ headers: { "accept-language": named.join(",") } });
	const wish = negotiator.language([...LANGUAGES_OFFERED]);
	return LANGUAGES_OFFERED.find((language) => language === wish) ?? null;
}
