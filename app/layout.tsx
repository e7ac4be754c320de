import type { Metadata, Viewport } from "next";
import { headers } from "next/headers";
import type { ReactNode } from "react";
import { Providers } from "#components/shell/providers.tsx";
import { RootTexts } from "#components/texts/client-texts.tsx";
import { languageOf, messagesOf, textsOf } from "#components/texts/texts-of.ts";
import { DIRECTIONS } from "#lib/core/texts/languages.ts";
import "./globals.css";

export async function generateMetadata(): Promise<Metadata> {
	const t = await textsOf("shell");
	return {
		title: { default: "Latchkey", template: "%s · Latchkey" },
		description: t("about"),
		robots: { index: false, follow: false },
	};
}

export const viewport: Viewport = {
	width: "device-width",
	initialScale: 1,
	colorScheme: "light dark",
	themeColor: [
		{ media: "(prefers-color-scheme: light)", color: "#ffffff" },
		{ media: "(prefers-color-scheme: dark)", color: "#14161b" },
	],
};

/** What client components of every screen say. */
const EVERYWHERE = ["shell", "table", "ui", "words"] as const;

export default async function RootLayout({ children }: { children: ReactNode }) {
	const nonce = (await headers()).get("x-nonce") ?? undefined;
	const [language, messages] = [await languageOf(), await messagesOf(EVERYWHERE)];

	return (
		<html lang={language} dir={DIRECTIONS[language]} suppressHydrationWarning>
			<body>
				<div className="page-root flex min-h-dvh flex-col">
					<RootTexts language={language} messages={messages}>
						<Providers nonce={nonce}>{children}</Providers>
					</RootTexts>
				</div>
			</body>
		</html>
	);
}
