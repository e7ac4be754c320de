"use client";

import { Select } from "#components/ui/select.tsx";
import type { KeysSearch } from "../search-params.ts";
import { SORT_LABELS } from "./keys-columns.tsx";
import type { KeysSearchState } from "./use-keys-search.ts";

type Choice = `${KeysSearch["sort"]}.${KeysSearch["order"]}`;

const ALPHABET = { asc: "A to Z", desc: "Z to A" };
const TIME = { asc: "oldest first", desc: "newest first" };

const WORDS: Record<KeysSearch["sort"], { asc: string; desc: string }> = {
	title: ALPHABET,
	location: ALPHABET,
	role: { asc: "ADMIN first", desc: "READONLY first" },
	scopes: { asc: "fewest first", desc: "most first" },
	status: { asc: "Active first", desc: "Revoked first" },
	key: ALPHABET,
	lastUsed: { asc: "longest ago first", desc: "latest first" },
	created: TIME,
	createdBy: ALPHABET,
};

/** Sorting where there are no column headers: on the cards of a phone. */
export function SortSelect({ state, sortsByLocation }: { state: KeysSearchState; sortsByLocation: boolean }) {
	const { search, sortBy } = state;
	const sorts = (Object.keys(SORT_LABELS) as KeysSearch["sort"][]).filter(
		(sort) => sort !== "location" || sortsByLocation,
	);
	return (
		<Select<Choice>
			label="Sort"
			prefix="Sort"
			value={`${search.sort}.${search.order}`}
			onChange={(choice) => {
				const [sort, order] = choice.split(".") as [KeysSearch["sort"], KeysSearch["order"]];
				sortBy(sort, order);
			}}
			options={sorts.flatMap((sort) =>
				(["asc", "desc"] as const).map((order) => ({
					value: `${sort}.${order}` as const,
					label: `${SORT_LABELS[sort]}, ${WORDS[sort][order]}`,
				})),
			)}
			className="w-auto flex-1 basis-36 sm:flex-none sm:basis-auto md:hidden"
		/>
	);
}
