"use client";

import { Search } from "lucide-react";
import { usePathname, useSearchParams } from "next/navigation";
import { type KeyboardEvent, useRef } from "react";
import { FoundSections } from "./found-sections.tsx";
import { useSearch } from "./use-search.ts";

const STATUS_ID = "found-sections";
const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

/** Answers while one types. Without scripts, or with Enter, the form leads to a page of its own. */
export function SearchBox() {
	const searched = useSearchParams().get("q") ?? "";
	const words = usePathname() === "/developers/search" ? searched : "";
	const input = useRef<HTMLInputElement>(null);
	const { found, prepare, look, close } = useSearch(() => input.current?.value ?? "");

	function onKeyDown(event: KeyboardEvent<HTMLFormElement>) {
		if (!found) return;
		if (event.key === "Escape") {
			close();
			input.current?.focus();
		}
		const step = STEPS[event.key];
		if (step === undefined) return;
		event.preventDefault();
		const stops = [...event.currentTarget.querySelectorAll<HTMLElement>("input, a")];
		const here = stops.findIndex((stop) => stop.matches(":focus"));
		stops[(here + step + stops.length) % stops.length]?.focus();
	}

	return (
		// biome-ignore lint/a11y/useSemanticElements: the search element is not in every browser yet.
		<form
			role="search"
			action="/developers/search"
			className="w-full max-w-80 sm:relative print:hidden"
			onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && close()}
			onKeyDown={onKeyDown}
		>
			<div className="relative">
				<Search
					aria-hidden
					className="pointer-events-none absolute top-1/2 start-2.5 size-4 -translate-y-1/2 text-ink-faint"
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
					onFocus={prepare}
					onChange={(event) => void look(event.target.value)}
					className="h-9 w-full rounded-md border border-edge bg-surface pe-2 ps-8 text-sm placeholder:text-ink-faint any-pointer-coarse:h-11 any-pointer-coarse:text-base"
				/>
			</div>
			<div id={STATUS_ID} role="status" className="sr-only">
				{found && `${found.length} sections found`}
			</div>
			{found && <FoundSections sections={found} onFollow={close} />}
		</form>
	);
}
