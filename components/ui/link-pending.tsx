"use client";

import { useLinkStatus } from "next/link";

/** Inside of a link: a line that moves while the page that it leads to is on its way. */
export function LinkPending() {
	const { pending } = useLinkStatus();
	return (
		pending && (
			<span
				aria-hidden
				className="absolute inset-x-0 -bottom-0.5 h-0.5 animate-shimmer bg-accent-edge motion-reduce:animate-none"
			/>
		)
	);
}
