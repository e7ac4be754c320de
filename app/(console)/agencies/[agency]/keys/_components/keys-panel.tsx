import { cookies } from "next/headers";
import { type KeyQuery, listKeys } from "#lib/services/keys/list.ts";
import { listViews } from "#lib/services/keys/saved-views.ts";
import type { KeysSearch } from "../search-params.ts";
import type { KeysKind } from "./keys-columns.tsx";
import { KeysTable } from "./keys-table.tsx";
import { readSettings, TABLE_SETTINGS_COOKIE } from "./table-settings.ts";

type KeysPanelProps = {
	ctx: Parameters<typeof listKeys>[0];
	kind: KeysKind;
	query: KeyQuery;
	isFiltered: boolean;
	mayChange: boolean;
	locations: readonly { slug: string; name: string }[];
	knownLabels: readonly string[];
};

/** Reads a page of keys. An address may name a page that is gone by now: it shows the last one that there is. */
export async function KeysPanel(props: KeysPanelProps) {
	const { ctx, kind, query, isFiltered, mayChange, locations, knownLabels } = props;
	const cookie = (await cookies()).get(TABLE_SETTINGS_COOKIE)?.value;
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
			locationId={query.locationId ?? null}
			knownLabels={knownLabels}
			views={await listViews(ctx, { locationId: kind === "location" ? (query.locationId ?? null) : null })}
			settings={readSettings(cookie)}
			locations={locations.map(({ slug, name }) => ({ slug, name }))}
		/>
	);
}
