import { type KeyQuery, listKeys } from "#lib/services/keys/list.ts";
import type { KeysSearch } from "../search-params.ts";
import type { KeysKind } from "./keys-columns.tsx";
import { KeysTable } from "./keys-table.tsx";

type KeysPanelProps = {
	ctx: Parameters<typeof listKeys>[0];
	kind: KeysKind;
	query: KeyQuery;
	isFiltered: boolean;
	mayChange: boolean;
	locations: readonly { slug: string; name: string }[];
};

/** Reads a page of keys. An address may name a page that is gone by now: it shows the last one that there is. */
export async function KeysPanel({ ctx, kind, query, isFiltered, mayChange, locations }: KeysPanelProps) {
	let shown = query;
	let list = await listKeys(ctx, query);
	if (list.rows.length === 0 && list.total > 0) {
		shown = { ...query, page: Math.ceil(list.total / query.pageSize) };
		list = await listKeys(ctx, shown);
	}
	return (
		<KeysTable
			key={kind}
			kind={kind}
			page={{ ...list, page: shown.page, size: query.pageSize as KeysSearch["size"] }}
			isEmpty={list.total === 0 && !isFiltered}
			mayChange={mayChange}
			locations={locations.map(({ slug, name }) => ({ slug, name }))}
		/>
	);
}
