import type { Context } from "#lib/data/context.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { permitAudit } from "./authorize.ts";
import { type AuditEntry, type AuditFilters, readEvents } from "./list.ts";
import { recordAudit } from "./record.ts";

const BATCH = 500;

/**
 * All events that the filters let through, newest first, read as they are taken. That they are taken is recorded before
 * the first of them is handed out.
 */
export async function exportAudit(ctx: Context, filters: AuditFilters): Promise<AsyncGenerator<AuditEntry>> {
	permitAudit(ctx, filters.placeId);
	const { placeId, from, to, ...rest } = filters;
	await inTransaction(ctx, (tx) =>
		recordAudit(tx, ctx, {
			action: "audit.export",
			subject: { kind: "audit_log", id: placeId ?? ctx.agencyId },
			locationId: placeId,
			after: { filters: { ...rest, from: from?.toISOString() ?? null, to: to?.toISOString() ?? null } },
		}),
	);
	return entries(ctx, filters);
}

async function* entries(ctx: Context, filters: AuditFilters): AsyncGenerator<AuditEntry> {
	let last: AuditEntry | undefined;
	for (;;) {
		const cursor = last ? { olderThan: BigInt(last.seq) } : null;
		const batch = await readEvents(ctx, filters, { cursor, max: BATCH });
		yield* batch;
		if (batch.length < BATCH) return;
		last = batch.at(-1);
	}
}
