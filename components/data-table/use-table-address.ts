"use client";

import { debounce, type UseQueryStatesKeysMap, useQueryStates } from "nuqs";
import { useTransition } from "react";

const TYPING_MS = 250;

/** A table's state in the address. Each step is an entry of its own, so that Back undoes it. */
export function useTableAddress<Parsers extends UseQueryStatesKeysMap>(parsers: Parsers) {
	const [pending, startTransition] = useTransition();
	const [search, setSearch] = useQueryStates(parsers, {
		shallow: false,
		history: "push",
		scroll: false,
		startTransition,
	});
	return { search, setSearch, pending };
}

/** How what is typed reaches the address: once the typing rests, or at once when the box was emptied. */
export const whileTyping = (text: string) => (text === "" ? {} : { limitUrlUpdates: debounce(TYPING_MS) });
