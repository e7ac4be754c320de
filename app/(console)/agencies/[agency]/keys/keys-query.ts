import { createLoader, createSerializer, parseAsStringLiteral } from "nuqs/server";
import type { KeyLevel } from "#lib/core/keys/key.ts";
import type { KeyQuery } from "#lib/services/keys/list.ts";
import { type KeysSearch, keysSearch } from "./search-params.ts";

const wholeSearch = {
	...keysSearch,
	tab: parseAsStringLiteral(["agency", "location"]).withDefault("agency"),
};

export const loadKeysSearch = createLoader(wholeSearch);

/** The address of a list of keys: of its path, narrowed. */
export const keysAddress = createSerializer(wholeSearch);

type AgencySearch = KeysSearch & { tab: "agency" | "location" };

/** No location has this id. */
const NOWHERE = "00000000-0000-0000-0000-000000000000";

/** What an address of the Agency View asks for. A location that is gone has no keys: those of the others are not meant. */
export function agencyKeyQuery(
	{ tab, ...search }: AgencySearch,
	locations: readonly { id: string; slug: string }[],
): KeyQuery {
	if (tab === "agency") return toKeyQuery(search, "AGENCY", undefined);
	if (search.location === null) return toKeyQuery(search, "LOCATION", undefined);
	const location = locations.find(({ slug }) => slug === search.location);
	return toKeyQuery(search, "LOCATION", location?.id ?? NOWHERE);
}

/** What the address asks of the database. `locationId` narrows to one location. */
export const toKeyQuery = (
	search: KeysSearch,
	level: KeyLevel,
	locationId: string | undefined,
): KeyQuery => ({
	level,
	locationId,
	search: search.q,
	status: search.status ?? undefined,
	role: search.role ?? undefined,
	attention: search.attention ?? undefined,
	label: search.label ?? undefined,
	sort: search.sort,
	direction: search.order,
	page: search.page,
	pageSize: search.size,
});
