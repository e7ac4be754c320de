"use client";

import "./globals.css";
import { RootTexts } from "#components/texts/client-texts.tsx";
import { shell } from "#lib/core/texts/en/shell.ts";
import { DEFAULT_LANGUAGE } from "#lib/core/texts/languages.ts";
import ErrorPage from "./error.tsx";

/**
 * Takes the place of the root layout when that itself fails, so it brings its own document. In English: what the reader
 * wishes is told by the layout that failed.
 */
export default function GlobalErrorPage(props: { error: unknown; retry: () => void }) {
	return (
		<html lang={DEFAULT_LANGUAGE}>
			<body className="flex min-h-dvh flex-col">
				<title>{`${shell.wrong.page} · Latchkey`}</title>
				<RootTexts language={DEFAULT_LANGUAGE} messages={{ shell }}>
					<ErrorPage {...props} />
				</RootTexts>
			</body>
		</html>
	);
}
