"use client";

import { type ReactNode, useMemo } from "react";
import { IntlProvider, useLocale, useMessages } from "use-intl/react";
import type { Language } from "#lib/core/texts/languages.ts";

type Messages = Record<string, object>;
type RootTextsProps = { language: Language; messages: Messages; children: ReactNode };

/** The texts that every screen has. The zone shows nowhere: moments are put into words before a text takes them. */
export function RootTexts({ language, messages, children }: RootTextsProps) {
	return (
		<IntlProvider locale={language} messages={messages} timeZone="UTC">
			{children}
		</IntlProvider>
	);
}

/** Adds texts to those of the screens around. */
export function MoreTexts({ messages, children }: { messages: Messages; children: ReactNode }) {
	const around: Messages = useMessages();
	const all = useMemo(() => ({ ...around, ...messages }), [around, messages]);
	return (
		<IntlProvider locale={useLocale()} messages={all}>
			{children}
		</IntlProvider>
	);
}
