import { ATTENTIONS } from "#lib/core/keys/attention.ts";
import { FINDINGS } from "#lib/core/keys/health.ts";
import { KEY_SORTS, KEY_STATUSES } from "#lib/core/keys/key.ts";
import type { Tx } from "#lib/data/client.ts";
import { countKeysByLevel, type KeyMatches, matchKeys } from "#lib/data/key-count.ts";
import { countFindings, listFound } from "#lib/data/key-health.ts";
import { listKnownLabels } from "#lib/data/key-labels.ts";
import type { KeyNarrowing, KeyQuery } from "#lib/data/key-list.ts";
import { countKeysByAttention, countKeysByStatus } from "#lib/data/key-overview.ts";
import { listKeyRows } from "#lib/data/key-page.ts";
import { countTrash, listTrashRows } from "#lib/data/key-trash.ts";
import { findNames } from "#lib/data/name-search.ts";

export type ConsoleQuery = {
	name: string;
	about: "keys page" | "deep page" | "overview" | "key health";
	run: (tx: Tx) => Promise<unknown>;
};

const PAGE_SIZE = 50;
const COUNTED_MAX = 1_000;
const TRASH_MS = 30 * 86_400_000;

const NARROWINGS: [string, Partial<KeyNarrowing>][] = [
	["all", {}],
	...KEY_STATUSES.map((status): [string, Partial<KeyNarrowing>] => [status, { status }]),
	["administrators", { role: "ADMIN" }],
	["a common label", { label: "production" }],
	["a rare label", { label: "legacy" }],
	["a common text", { search: "website" }],
	["a rare text", { search: "website 77" }],
	["a text that no title has", { search: "nothing" }],
	...ATTENTIONS.map((attention): [string, Partial<KeyNarrowing>] => [
		`attention: ${attention}`,
		{ attention },
	]),
];

const locationKeys = (more: Partial<KeyQuery>): KeyQuery => ({
	level: "LOCATION",
	sort: "created",
	direction: "desc",
	page: 1,
	pageSize: PAGE_SIZE,
	...more,
});

/** What the pages of an agency with many location keys ask of the database, each as one query. */
export async function consoleQueries(tx: Tx, agencyId: string, now: Date): Promise<ConsoleQuery[]> {
	const queries = [...otherQueries(agencyId, now)];
	const all = await matchKeys(tx, agencyId, locationKeys({}), now);
	const middle = Math.ceil(all.total / 2 / PAGE_SIZE);
	const list = (
		about: ConsoleQuery["about"],
		name: string,
		asked: Partial<KeyQuery>,
		found: KeyMatches = all,
	) => {
		queries.push({ about, name, run: (tx) => listKeyRows(tx, agencyId, locationKeys(asked), found, now) });
	};
	for (const sort of KEY_SORTS) {
		list("keys page", `by ${sort}, upwards`, { sort, direction: "asc" });
		list("keys page", `by ${sort}, downwards`, { sort });
		list("deep page", `by ${sort}`, { sort, page: middle });
	}
	for (const [name, asked] of NARROWINGS) {
		const query = locationKeys(asked);
		const found = await matchKeys(tx, agencyId, query, now);
		queries.push({
			about: "keys page",
			name: `how many: ${name}`,
			run: (tx) => matchKeys(tx, agencyId, query, now),
		});
		list("keys page", name, asked, found);
	}
	return queries;
}

function otherQueries(agencyId: string, now: Date): ConsoleQuery[] {
	const scene = { agencyId, locationId: null, now };
	const trash = { level: "LOCATION", direction: "desc", page: 1, pageSize: PAGE_SIZE } as const;
	const since = new Date(now.getTime() - TRASH_MS);
	const find = (search: string) => (tx: Tx) =>
		findNames(tx, agencyId, "key", { search, locationId: null, max: 5 });
	return [
		{ about: "keys page", name: "how many at each level", run: (tx) => countKeysByLevel(tx, agencyId) },
		{
			about: "keys page",
			name: "labels",
			run: (tx) => listKnownLabels(tx, agencyId, { level: "LOCATION" }, 200),
		},
		{
			about: "keys page",
			name: "how many in the trash",
			run: (tx) => countTrash(tx, agencyId, trash, since),
		},
		{ about: "keys page", name: "the trash", run: (tx) => listTrashRows(tx, agencyId, trash, since) },
		{ about: "keys page", name: "the palette: a common text", run: find("website") },
		{ about: "keys page", name: "the palette: no title has it", run: find("nothing") },
		{ about: "overview", name: "states", run: (tx) => countKeysByStatus(tx, agencyId, null, now) },
		{ about: "overview", name: "attention", run: (tx) => countKeysByAttention(tx, agencyId, null, now) },
		{ about: "key health", name: "all findings", run: (tx) => countFindings(tx, scene, COUNTED_MAX) },
		...FINDINGS.map(
			(finding): ConsoleQuery => ({
				about: "key health",
				name: finding,
				run: (tx) => listFound(tx, scene, { finding, skip: 0, max: PAGE_SIZE }),
			}),
		),
	];
}
