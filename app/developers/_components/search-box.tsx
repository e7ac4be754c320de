"use client";

import { Search } from "lucide-react";
import MiniSearch from "minisearch";
import Link from "next/link";
import { useRef, useState } from "react";
import { bestOf, type Found, SEARCH_OPTIONS } from "../_guides/search-options.ts";

const FOUND_ID = "found-sections";

/** Answers while one types. Without scripts, or with Enter, the form leads to a page of its own. */
export function SearchBox() {
	const index = useRef<Promise<MiniSearch> | null>(null);
	const form = useRef<HTMLFormElement>(null);
	const [found, setFound] = useState<{ words: string; sections: Found[] } | null>(null);
	const close = () => setFound(null);

	function load() {
		index.current ??= fetch("/developers/search-index.json")
			.then((response) => response.text())
			.then((text) => MiniSearch.loadJSON(text, SEARCH_OPTIONS));
		// The form still leads to the page; the next letter tries again.
		index.current.catch(() => {
			index.current = null;
		});
		return index.current;
	}

	async function look(words: string) {
		if (words.trim() === "") return close();
		const ready = await load().catch(() => null);
		if (ready && form.current?.querySelector("input")?.value === words) {
			setFound({ words, sections: bestOf(ready.search(words)) });
		}
	}

	return (
		// biome-ignore lint/a11y/useSemanticElements: the search element is not in every browser yet.
		<form
			ref={form}
			role="search"
			action="/developers/search"
			className="relative w-full max-w-80"
			onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && close()}
			onKeyDown={(event) => event.key === "Escape" && close()}
		>
			<Search
				aria-hidden
				className="pointer-events-none absolute top-1/2 left-2.5 size-4 -translate-y-1/2 text-ink-faint"
			/>
			<input
				type="search"
				name="q"
				aria-label="Search the documentation"
				aria-describedby={FOUND_ID}
				placeholder="Search"
				autoComplete="off"
				maxLength={100}
				onFocus={() => void load().catch(() => {})}
				onChange={(event) => void look(event.target.value)}
				className="h-9 w-full rounded-md border border-edge bg-surface pr-2 pl-8 text-sm placeholder:text-ink-faint any-pointer-coarse:h-11 any-pointer-coarse:text-base"
			/>
			<div id={FOUND_ID} role="status" className="sr-only">
				{found && `${found.sections.length} sections found`}
			</div>
			{found && (
				<div className="absolute right-0 z-20 mt-1 max-h-96 w-80 max-w-[calc(100vw-2rem)] overflow-y-auto rounded-lg bg-raised p-1 shadow-pop">
					{found.sections.length === 0 && (
						<p className="px-3 py-2 text-sm text-ink-muted">Nothing found. Try fewer or other words.</p>
					)}
					<ul>
						{found.sections.map(({ href, page, heading }) => (
							<li key={href}>
								<Link
									href={href}
									onClick={close}
									className="block rounded-md px-3 py-2 text-sm -outline-offset-2 hover:bg-hover"
								>
									<span className="font-medium">{heading}</span>
									<span className="block text-xs text-ink-muted">{page}</span>
								</Link>
							</li>
						))}
					</ul>
				</div>
			)}
		</form>
	);
}
