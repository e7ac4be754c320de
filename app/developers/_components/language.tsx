"use client";

import { createContext, type ReactNode, useContext, useState } from "react";

type Choice = { language: string; setLanguage: (language: string) => void };

const LanguageContext = createContext<Choice>({ language: "curl", setLanguage: () => {} });

/** The language that the reader chose in one example holds for all of them. */
export function LanguageProvider({ children }: { children: ReactNode }) {
	const [language, setLanguage] = useState("curl");
	return <LanguageContext value={{ language, setLanguage }}>{children}</LanguageContext>;
}

export const useLanguage = () => useContext(LanguageContext);
