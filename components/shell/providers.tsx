"use client";

import { CSPProvider } from "@base-ui/react/csp-provider";
import { ThemeProvider } from "next-themes";
import { type ReactNode, useState } from "react";
import { ToastProvider } from "#components/ui/toast.tsx";
import { ShortcutsProvider } from "./shortcuts.tsx";

type ProvidersProps = { nonce: string | undefined; children: ReactNode };

/** The nonce lets through the few inline tags that the theme switch and Base UI write; the policy stops all others. */
export function Providers({ nonce: latest, children }: ProvidersProps) {
	// A refresh brings the nonce of its own answer, but the browser holds to that of the page it loaded.
	const [nonce] = useState(latest);
	return (
		<ThemeProvider attribute="data-theme" enableColorScheme={false} {...(nonce && { nonce })}>
			<CSPProvider nonce={nonce}>
				<ToastProvider>
					<ShortcutsProvider>{children}</ShortcutsProvider>
				</ToastProvider>
			</CSPProvider>
		</ThemeProvider>
	);
}
