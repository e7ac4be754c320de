import { ArrowLeft } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";

type BackLinkProps = { href: string; narrow?: boolean; children: ReactNode };

/** The way back to where a page was opened from. */
export const BackLink = ({ href, narrow, children }: BackLinkProps) => (
	<div className={`mx-auto px-4 pt-4 sm:-mb-3 sm:px-6 sm:pt-5 ${narrow ? "max-w-3xl" : "max-w-screen-2xl"}`}>
		<Link
			href={href}
			className="inline-flex min-h-6 items-center gap-1 text-sm text-ink-muted hover:text-ink"
		>
			<ArrowLeft aria-hidden className="size-4" />
			{children}
		</Link>
	</div>
);
