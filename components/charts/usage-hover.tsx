import Link from "next/link";

type UsageHoverProps = { columns: readonly { start: string; title: string; href?: string | undefined }[] };

const STYLE = "min-w-0 flex-1 hover:bg-ink/6";

/** Says each bar's figures to the pointer, over its whole height. The table below says them to everybody, with the same links. */
export const UsageHover = ({ columns }: UsageHoverProps) => (
	<div aria-hidden className="absolute inset-0 flex">
		{columns.map(({ start, title, href }) =>
			href ? (
				<Link key={start} href={href} prefetch={false} tabIndex={-1} title={title} className={STYLE} />
			) : (
				<span key={start} title={title} className={STYLE} />
			),
		)}
	</div>
);
