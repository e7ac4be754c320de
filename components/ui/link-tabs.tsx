import Link from "next/link";
import { cn } from "./class-names.ts";
import { Count } from "./count.tsx";
import { LinkPending } from "./link-pending.tsx";

export type LinkTab = { href: string; label: string; count?: number; current: boolean };

/** Tabs that are addresses: each can be opened, shared and gone back to like any link. */
export const LinkTabs = ({ label, tabs }: { label: string; tabs: readonly LinkTab[] }) => (
	<nav aria-label={label} className="-mb-px flex gap-1 overflow-x-auto">
		{tabs.map((tab) => (
			<Link
				key={tab.href}
				href={tab.href}
				aria-current={tab.current ? "page" : undefined}
				className={cn(
					"relative flex h-10 items-center gap-2 rounded-t-md border-b-2 border-transparent px-3 text-sm font-medium whitespace-nowrap",
					"text-ink-muted -outline-offset-2 transition-colors duration-100 hover:border-line-strong hover:text-ink",
					tab.current && "border-accent-edge text-ink hover:border-accent-edge",
				)}
			>
				{tab.label}
				{tab.count !== undefined && (
					<span className="rounded-full bg-hover px-1.5 text-xs leading-5 text-ink-muted">
						<Count value={tab.count} />
					</span>
				)}
				<LinkPending />
			</Link>
		))}
	</nav>
);
