"use client";

import { createContext, type ReactNode, useContext, useState } from "react";
import { LANGUAGE_COOKIE } from "#components/samples/example.ts";

type Choice = { language: string; setLanguage: (language: string) => void };

const LanguageContext = createContext<Choice>({ language: "", setLanguage: () => {} });

const YEAR_MS = 365 * 86_400_000;

type LanguageProviderProps = {
	/** What was chosen before, on whichever page. Where it is left out, what is chosen is not kept either. */
	chosen?: string;
	children: ReactNode;
};

/** The language that the reader chose in one example holds for all of them, and on the next page. */
export function LanguageProvider({ chosen, children }: LanguageProviderProps) {
	const [language, show] = useState(chosen ?? "");
	function setLanguage(value: string) {
		show(value);
		if (chosen !== undefined) keep(value);
	}
	return <LanguageContext value={{ language, setLanguage }}>{children}</LanguageContext>;
}

/** A cookie, so that the server writes the next page in this language at once. Some browsers keep none this way. */
function keep(value: string) {
	if (!("cookieStore" in globalThis)) return;
	const expires = Date.now() + YEAR_MS;
	cookieStore
		.set({ name: LANGUAGE_COOKIE, value, path: "/developers", expires, sameSite: "lax" })
		.catch(() => {});
}

export const useLanguage = () => useContext(LanguageContext);
