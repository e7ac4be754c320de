"use client";

import { RotateCw, TriangleAlert } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";

export default function ConsoleError({
	error,
	reset,
}: {
	error: Error & { digest?: string };
	reset: () => void;
}) {
	return (
		<div role="alert" className="mx-auto max-w-screen-2xl">
			<EmptyState
				icon={<TriangleAlert />}
				title="This page could not be loaded"
				text={
					<>
						The database or the network did not answer in time. Keys that are in use are not affected.
						{error.digest && <span className="mt-2 block font-mono text-xs">Reference {error.digest}</span>}
					</>
				}
			>
				<Button look="primary" icon={<RotateCw aria-hidden className="size-4" />} onClick={reset}>
					Try again
				</Button>
			</EmptyState>
		</div>
	);
}
