import type MiniSearch from "minisearch";
import { useRef, useState } from "react";
import { bestOf, type Found, SEARCH_OPTIONS } from "../_guides/search-options.ts";

async function fetchIndex(): Promise<MiniSearch> {
	const [{ default: Search }, response] = await Promise.all([
		import("minisearch"),
		fetch("/developers/search-index.json"),
	]);
	return Search.loadJSON(await response.text(), SEARCH_OPTIONS);
}

/** Looks for sections in the browser, by an index that is fetched when somebody is about to ask. */
export function useSearch(readTyped: () => string) {
	const index = useRef<Promise<MiniSearch> | null>(null);
	const [found, setFound] = useState<readonly Found[] | null>(null);
	const close = () => setFound(null);

	function load() {
		index.current ??= fetchIndex();
		// The form still leads to the page; the next letter tries again.
		index.current.catch(() => {
			index.current = null;
		});
		return index.current;
	}

	async function look(typed: string) {
		if (typed.trim() === "") return close();
		const ready = await load().catch(() => null);
		if (ready && readTyped() === typed) setFound(bestOf(ready.search(typed)));
	}

	return { found, close, look, prepare: () => void load().catch(() => {}) };
}
