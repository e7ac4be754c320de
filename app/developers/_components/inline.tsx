import Link from "next/link";
import { Fragment } from "react";

const MARKED = /(`[^`]+`|\*\*[^*]+\*\*|\[[^\]]+\]\([^)]+\))/;
const LINK = /^\[([^\]]+)\]\(([^)]+)\)$/;

export const linkStyle = "text-accent-ink underline underline-offset-2 hover:no-underline";

/** Text with `code`, **emphasis** and links. */
export const Inline = ({ text }: { text: string }) =>
	text
		.split(MARKED)
		.filter((part) => part !== "")
		// biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text never move.
		.map((part, index) => <Fragment key={index}>{show(part)}</Fragment>);

function show(part: string) {
	if (part.startsWith("`")) {
		return (
			<code className="rounded bg-hover px-1 py-px font-mono text-[0.875em] wrap-anywhere">
				{part.slice(1, -1)}
			</code>
		);
	}
	if (part.startsWith("**")) return <strong className="font-semibold">{part.slice(2, -2)}</strong>;
	const [, label, href = ""] = LINK.exec(part) ?? [];
	if (label === undefined) return part;
	return href.startsWith("/") ? (
		<Link href={href} className={linkStyle} prefetch={false}>
			<Inline text={label} />
		</Link>
	) : (
		<a href={href} className={linkStyle}>
			<Inline text={label} />
		</a>
	);
}
