"use client";

import { Search } from "lucide-react";
import type MiniSearch from "minisearch";
import { usePathname, useSearchParams } from "next/navigation";
import { type KeyboardEvent, useRef, useState } from "react";
import { bestOf, type Found, SEARCH_OPTIONS } from "../_guides/search-options.ts";
import { FoundSections } from "./found-sections.tsx";

const STATUS_ID = "found-sections";
const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

async function fetchIndex(): Promise<MiniSearch> {
	const [{ default: Search }, response] = await Promise.all([
		import("minisearch"),
		fetch("/developers/search-index.json"),
	]);
	return Search.loadJSON(await response.text(), SEARCH_OPTIONS);
}

/** Answers while one types. Without scripts, or with Enter, the form leads to a page of its own. */
export function SearchBox() {
	const searched = useSearchParams().get("q") ?? "";
	const words = usePathname() === "/developers/search" ? searched : "";
	const index = useRef<Promise<MiniSearch> | null>(null);
	const form = useRef<HTMLFormElement>(null);
	const input = useRef<HTMLInputElement>(null);
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
		if (ready && input.current?.value === typed) {
			setFound(bestOf(ready.search(typed)));
		}
	}

	function onKeyDown(event: KeyboardEvent) {
		if (event.key === "Escape" && found) {
			close();
			input.current?.focus();
		}
		const step = STEPS[event.key];
		if (step === undefined || !found || !form.current) return;
		event.preventDefault();
		const stops = [...form.current.querySelectorAll<HTMLElement>("input, a")];
		const here = stops.findIndex((stop) => stop.matches(":focus"));
		stops[(here + step + stops.length) % stops.length]?.focus();
	}

	return (
		// biome-ignore lint/a11y/useSemanticElements: the search element is not in every browser yet.
		<form
			ref={form}
			role="search"
			action="/developers/search"
			className="relative w-full max-w-80 print:hidden"
			onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && close()}
			onKeyDown={onKeyDown}
		>
			<Search
				aria-hidden
				className="pointer-events-none absolute top-1/2 left-2.5 size-4 -translate-y-1/2 text-ink-faint"
			/>
			<input
				key={words}
				ref={input}
				type="search"
				name="q"
				defaultValue={words}
				aria-label="Search the documentation"
				aria-describedby={STATUS_ID}
				placeholder="Search"
				autoComplete="off"
				maxLength={100}
				onFocus={() => void load().catch(() => {})}
				onChange={(event) => void look(event.target.value)}
				className="h-9 w-full rounded-md border border-edge bg-surface pr-2 pl-8 text-sm placeholder:text-ink-faint any-pointer-coarse:h-11 any-pointer-coarse:text-base"
			/>
			<div id={STATUS_ID} role="status" className="sr-only">
				{found && `${found.length} sections found`}
			</div>
			{found && <FoundSections sections={found} onFollow={close} />}
		</form>
	);
}
