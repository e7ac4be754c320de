"use client";

import "./globals.css";
import { MessagePage } from "#components/shell/message-page.tsx";
import { Button } from "#components/ui/button.tsx";

/** Takes the place of the root layout when that itself fails, so it brings its own document. */
export default function GlobalErrorPage({ retry }: { error: unknown; retry: () => void }) {
	return (
		<html lang="en">
			<body className="flex min-h-dvh flex-col">
				<title>Something went wrong · Latchkey</title>
				<MessagePage title="Something went wrong on our side" text="Try again in a moment.">
					<Button look="primary" onClick={retry}>
						Try again
					</Button>
				</MessagePage>
			</body>
		</html>
	);
}
