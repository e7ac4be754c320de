import Link from "next/link";
import type { ReactNode } from "react";
import { Logo } from "#components/shell/logo.tsx";
import { findViewer } from "#lib/auth/require-context.ts";
import { DEFAULT_LANGUAGE, DIRECTIONS } from "#lib/core/texts/languages.ts";
import { linkStyle } from "./_components/inline.tsx";
import { SearchBox } from "./_components/search-box.tsx";
import { SideNav } from "./_components/side-nav.tsx";
import { NAV_GROUPS } from "./_guides/guides.ts";

export default async function DevelopersLayout({ children }: { children: ReactNode }) {
	const viewer = await findViewer();
	return (
		<div lang={DEFAULT_LANGUAGE} dir={DIRECTIONS[DEFAULT_LANGUAGE]} className="contents">
			<a
				href="#main"
				className="fixed top-2 start-2 z-60 -translate-y-20 rounded-md bg-accent px-3 py-2 text-sm font-medium text-on-accent focus:translate-y-0"
			>
				Skip to the content
			</a>
			<header className="relative border-b border-line bg-surface">
				<div className="mx-auto flex h-14 max-w-screen-2xl items-center gap-3 px-4 sm:px-6">
					<Link
						href="/developers"
						aria-label="Latchkey for developers"
						className="rounded-md max-sm:[&_span>span]:sr-only"
					>
						<Logo />
					</Link>
					<span className="text-sm text-ink-muted max-md:hidden">Developers</span>
					<div className="flex flex-1 justify-end">
						<SearchBox />
					</div>
					<Link href={viewer ? "/" : "/sign-in"} className={`shrink-0 text-sm print:hidden ${linkStyle}`}>
						{viewer ? "Console" : "Sign in"}
					</Link>
				</div>
			</header>
			<div className="mx-auto flex w-full max-w-screen-2xl flex-1 flex-col lg:flex-row">
				<SideNav groups={NAV_GROUPS} />
				<div className="min-w-0 flex-1 lg:border-s lg:border-line">{children}</div>
			</div>
		</div>
	);
}
