import type { Metadata } from "next";
import Link from "next/link";
import { DocumentFrame } from "./_components/document-frame.tsx";
import { NAV_GROUPS } from "./_guides/guides.ts";

export const metadata: Metadata = { title: "Developers" };

export default function DevelopersPage() {
	return (
		<DocumentFrame
			title="Build with Latchkey"
			summary="Everything for programs: calling the API with a key, and checking the keys that programs send to you."
		>
			{NAV_GROUPS.map(({ label, pages }) => (
				<div key={label} className="mt-8">
					<h2 className="text-base font-semibold">{label}</h2>
					<ul className="mt-3 grid gap-3 sm:grid-cols-2">
						{pages.map(({ href, title, summary }) => (
							<li key={href}>
								<Link
									href={href}
									prefetch={false}
									className="block h-full rounded-lg border border-line bg-surface px-4 py-3 shadow-card hover:border-line-strong hover:bg-hover"
								>
									<span className="font-medium">{title}</span>
									<span className="mt-0.5 block text-sm text-ink-muted">{summary}</span>
								</Link>
							</li>
						))}
					</ul>
				</div>
			))}
		</DocumentFrame>
	);
}
