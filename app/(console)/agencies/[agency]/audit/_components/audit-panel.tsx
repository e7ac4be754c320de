import { sayer } from "#components/texts/texts-of.ts";
import { type AuditEntry, listActors, listAudit } from "#lib/services/audit/list.ts";
import { type AuditSearch, cursorOf, isFiltered, toAuditFilters } from "../search-params.ts";
import { AuditTable } from "./audit-table.tsx";

type PanelLocation = { id: string; slug: string; name: string };

type AuditPanelProps = {
	ctx: Parameters<typeof listAudit>[0];
	/** The location whose part is shown; null for the whole agency. */
	place: PanelLocation | null;
	/** Offered as a filter. */
	locations: readonly PanelLocation[];
	search: AuditSearch;
};

/** Reads a page of the log. Whoever turns back to the beginning sees a whole page of it, with what is new by now. */
export async function AuditPanel({ ctx, place, locations, search }: AuditPanelProps) {
	const filters = toAuditFilters(search, place, locations);
	const cursor = cursorOf(search);
	const [actors, asked] = await Promise.all([
		listActors(ctx, filters.placeId),
		listAudit(ctx, filters, { cursor, size: search.size }),
	]);
	const isAtTop = cursor !== null && "newerThan" in cursor && !asked.hasNewer;
	const page = isAtTop ? await listAudit(ctx, filters, { cursor: null, size: search.size }) : asked;
	const say = await sayer();
	return (
		<AuditTable
			page={{ ...page, rows: page.rows.map((event) => withReason(event, say)) }}
			isEmpty={page.rows.length === 0 && !isFiltered(search) && cursor === null}
			actors={actors}
			locations={place ? null : locations.map(({ slug, name }) => ({ slug, name }))}
		/>
	);
}

/** What somebody was told when they were refused is kept in English. */
function withReason(event: AuditEntry, say: (english: string) => string): AuditEntry {
	const reason = event.after?.reason;
	if (event.action !== "access.refuse" || typeof reason !== "string") return event;
	return { ...event, after: { ...event.after, reason: say(reason) } };
}
