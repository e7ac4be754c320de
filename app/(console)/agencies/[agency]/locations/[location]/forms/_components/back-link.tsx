import { ArrowLeft } from "lucide-react";
import Link from "next/link";

/** The way back to what a page belongs to. */
export const BackLink = ({ href, children }: { href: string; children: string }) => (
	<div className="mx-auto max-w-screen-2xl px-4 pt-4 sm:-mb-3 sm:px-6 sm:pt-5">
		<Link
			href={href}
			className="inline-flex min-h-6 items-center gap-1 text-sm text-ink-muted hover:text-ink"
		>
			<ArrowLeft aria-hidden className="size-4" />
			{children}
		</Link>
	</div>
);
