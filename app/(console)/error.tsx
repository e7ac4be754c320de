"use client";

import { RotateCw, TriangleAlert } from "lucide-react";
import { ErrorReference } from "#components/shell/error-reference.tsx";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";

export default function ConsoleError({ error, retry }: { error: unknown; retry: () => void }) {
	return (
		<div role="alert" className="mx-auto max-w-screen-2xl">
			<EmptyState
				icon={<TriangleAlert />}
				heading="h1"
				title="This page could not be loaded"
				text={
					<>
						The database or the network did not answer in time. Try again in a moment.
						<ErrorReference error={error} />
					</>
				}
			>
				<Button look="primary" icon={<RotateCw aria-hidden className="size-4" />} onClick={retry}>
					Try again
				</Button>
			</EmptyState>
		</div>
	);
}
