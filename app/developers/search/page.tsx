import type { Metadata } from "next";
import Link from "next/link";
import { createLoader, parseAsString } from "nuqs/server";
import { DocumentFrame } from "../_components/document-frame.tsx";
import { linkStyle } from "../_components/inline.tsx";
import { searchIndex } from "../_guides/search-index.ts";
import { bestOf } from "../_guides/search-options.ts";

export const metadata: Metadata = { title: "Search the documentation" };

const WORDS_MAX = 100;
const loadSearch = createLoader({ q: parseAsString.withDefault("") });

export default async function SearchPage(props: PageProps<"/developers/search">) {
	const words = (await loadSearch(props.searchParams)).q.slice(0, WORDS_MAX);
	const found = bestOf(searchIndex().search(words));
	return (
		<DocumentFrame
			title="Search"
			summary={
				words === ""
					? "Write a word into the search box, such as a code, a route or a task."
					: found.length === 0
						? `Nothing was found for “${words}”. Try fewer or other words.`
						: `Found for “${words}”`
			}
		>
			<ul className="mt-6 divide-y divide-line rounded-lg border border-line bg-surface empty:hidden">
				{found.map(({ href, page, heading }) => (
					<li key={href} className="px-4 py-3">
						<Link href={href} className={linkStyle}>
							{heading}
						</Link>
						<p className="text-sm text-ink-muted">{page}</p>
					</li>
				))}
			</ul>
		</DocumentFrame>
	);
}
