import type { Metadata, Viewport } from "next";
import { headers } from "next/headers";
import type { ReactNode } from "react";
import { Providers } from "#components/shell/providers.tsx";
import { RootTexts } from "#components/texts/client-texts.tsx";
import { languageOf, messagesOf } from "#components/texts/texts-of.ts";
import "./globals.css";

export const metadata: Metadata = {
	title: { default: "Latchkey", template: "%s · Latchkey" },
	description: "API keys for agencies and their locations.",
	robots: { index: false, follow: false },
};

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
const EVERYWHERE = ["charts", "shell", "table", "ui"] as const;

export default async function RootLayout({ children }: { children: ReactNode }) {
	const nonce = (await headers()).get("x-nonce") ?? undefined;
	const [language, messages] = [await languageOf(), await messagesOf(EVERYWHERE)];

	return (
		<html lang={language} suppressHydrationWarning>
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
