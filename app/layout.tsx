import type { Metadata, Viewport } from "next";
import { headers } from "next/headers";
import type { ReactNode } from "react";
import { Providers } from "#components/shell/providers.tsx";
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

export default async function RootLayout({ children }: { children: ReactNode }) {
	const nonce = (await headers()).get("x-nonce") ?? undefined;

	return (
		<html lang="en" suppressHydrationWarning>
			<body>
				<div className="page-root flex min-h-dvh flex-col">
					<Providers nonce={nonce}>{children}</Providers>
				</div>
			</body>
		</html>
	);
}
