"use client";

import { ErrorReference } from "#components/shell/error-reference.tsx";
import { MessagePage } from "#components/shell/message-page.tsx";
import { Button } from "#components/ui/button.tsx";

export default function ErrorPage({ error, retry }: { error: unknown; retry: () => void }) {
	return (
		<MessagePage
			title="Something went wrong on our side"
			text={
				<>
					Nothing you did was lost. Try again in a moment.
					<ErrorReference error={error} />
				</>
			}
		>
			<Button look="primary" onClick={retry}>
				Try again
			</Button>
		</MessagePage>
	);
}
