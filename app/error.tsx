"use client";

import { MessagePage } from "#components/shell/message-page.tsx";
import { Button } from "#components/ui/button.tsx";

export default function ErrorPage({
	error,
	reset,
}: {
	error: Error & { digest?: string };
	reset: () => void;
}) {
	return (
		<MessagePage
			title="Something went wrong on our side"
			text={
				<>
					Nothing you did was lost. Try again in a moment.
					{error.digest && <span className="mt-2 block font-mono text-xs">Reference {error.digest}</span>}
				</>
			}
		>
			<Button look="primary" onClick={reset}>
				Try again
			</Button>
		</MessagePage>
	);
}
