import { AUDIT_GROUPS, type AuditGroup } from "#lib/core/audit-groups.ts";
import { foldName } from "#lib/core/text.ts";
import {
	type AuditListRow,
	type AuditSlice,
	findAuditSubjects,
	listAuditActors,
	listAuditRows,
} from "#lib/data/audit-list.ts";
import type { Context } from "#lib/data/context.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { permitAudit } from "./authorize.ts";

export type AuditFilters = {
	/** Where the reader is: the whole agency when null, one location otherwise. */
	placeId: string | null;
	search: string;
	group: AuditGroup | null;
	actorId: string | null;
	/** For readers of the whole agency. */
	locationId: string | null;
	from: Date | null;
	/** Exclusive. */
	to: Date | null;
};

/** An event as its readers see it. */
export type AuditEntry = {
	seq: string;
	id: string;
	at: string;
	/** People and keys can be renamed; their ids stay. */
	actor: { kind: string; id: string | null; name: string };
	action: string;
	subject: { kind: string; id: string; name: string | null };
	locationName: string | null;
	address: string;
	before: Record<string, unknown> | null;
	after: Record<string, unknown> | null;
};

export type AuditPage = { rows: AuditEntry[]; hasOlder: boolean; hasNewer: boolean };

/** A page of the agency's audit log, or of a location's part of it: newest first. */
export async function listAudit(
	ctx: Context,
	filters: AuditFilters,
	{ cursor, size }: { cursor: AuditSlice["cursor"]; size: number },
): Promise<AuditPage> {
	permitAudit(ctx, filters.placeId);
	const found = await readEvents(ctx, filters, { cursor, max: size + 1 });
	const hasMore = found.length > size;
	const rows = found.slice(0, size);
	if (cursor && "newerThan" in cursor) {
		return { rows: rows.reverse(), hasOlder: true, hasNewer: hasMore };
	}
	return { rows, hasOlder: hasMore, hasNewer: cursor !== null };
}

/** The people who have acted here lately, for a filter. */
export function listActors(ctx: Context, placeId: string | null) {
	permitAudit(ctx, placeId);
	return inTransaction(ctx, (tx) => listAuditActors(tx, ctx.agencyId, placeId));
}

/** Events of which the reader's rights are already known. */
export async function readEvents(
	ctx: Context,
	filters: AuditFilters,
	slice: AuditSlice,
): Promise<AuditEntry[]> {
	const text = foldName(filters.search);
	// PostgreSQL refuses to compare a text with a NUL, which no name has.
	if (text.includes("\0")) return [];
	const conditions = {
		locationId: filters.placeId ?? filters.locationId,
		actions: filters.group && AUDIT_GROUPS[filters.group],
		actorId: filters.actorId,
		from: filters.from,
		to: filters.to,
	};
	const rows = await inTransaction(ctx, async (tx) => {
		const search = text === "" ? null : await findAuditSubjects(tx, ctx.agencyId, text);
		return listAuditRows(tx, ctx.agencyId, conditions, search, slice);
	});
	return rows.map(entryOf);
}

const entryOf = (row: AuditListRow): AuditEntry => ({
	seq: row.seq.toString(),
	id: row.id,
	at: row.at.toISOString(),
	actor: { kind: row.actorKind, id: row.actorId, name: row.actorName },
	action: row.action,
	subject: { kind: row.subjectKind, id: row.subjectId, name: row.subjectName },
	locationName: row.locationName,
	address: row.address,
	before: row.before,
	after: row.after,
});
