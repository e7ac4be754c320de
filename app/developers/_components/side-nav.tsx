"use client";

import { ChevronDown } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { cn } from "#components/ui/class-names.ts";

export type NavGroup = { label: string; pages: readonly { href: string; title: string }[] };

/** The pages by group: a column on wide screens, folded away on a phone. */
export function SideNav({ groups }: { groups: readonly NavGroup[] }) {
	const pathname = usePathname();
	return (
		<>
			<details key={pathname} className="group border-b border-line lg:hidden print:hidden">
				<summary className="flex h-11 items-center justify-between px-4 text-sm font-medium sm:px-6 [&::-webkit-details-marker]:hidden">
					All pages
					<ChevronDown aria-hidden className="size-4 group-open:rotate-180" />
				</summary>
				<NavList groups={groups} pathname={pathname} className="px-4 pb-5 sm:px-6" />
			</details>
			<NavList
				groups={groups}
				pathname={pathname}
				className="sticky top-0 max-h-dvh w-60 shrink-0 self-start overflow-y-auto px-4 py-6 max-lg:hidden print:hidden"
			/>
		</>
	);
}

type NavListProps = { groups: readonly NavGroup[]; pathname: string; className: string };

const NavList = ({ groups, pathname, className }: NavListProps) => (
	<nav aria-label="Documentation" className={className}>
		{groups.map(({ label, pages }) => (
			<div key={label} className="not-first:mt-5">
				<p className="px-2 text-xs font-medium text-ink-muted">{label}</p>
				<ul className="mt-1">
					{pages.map(({ href, title }) => (
						<li key={href}>
							<Link
								href={href}
								prefetch={false}
								aria-current={pathname === href ? "page" : undefined}
								className={cn(
									"block rounded-md px-2 py-1.5 text-sm text-ink-muted -outline-offset-2 hover:bg-hover hover:text-ink any-pointer-coarse:py-2.5",
									pathname === href && "bg-accent-soft font-medium text-accent-ink hover:bg-accent-soft",
								)}
							>
								{title}
							</Link>
						</li>
					))}
				</ul>
			</div>
		))}
	</nav>
);
