import { AppError } from "#lib/core/errors.ts";
import { type KeyStatus, keyStatus, maskKey } from "#lib/core/keys/key.ts";
import type { KeyRefusal } from "#lib/core/keys/refusals.ts";
import type { SoughtRefusal } from "#lib/core/keys/sought-refusal.ts";
import { isAllowed, keyPermission } from "#lib/core/permissions.ts";
import type { Tx } from "#lib/data/client.ts";
import type { Context } from "#lib/data/context.ts";
import { findKeyRow } from "#lib/data/key-page.ts";
import { findKeysByText, findRefusedKeys } from "#lib/data/key-refusals.ts";
import { findKey } from "#lib/data/keys.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { readRefusals } from "./list-refusals.ts";

/** Looked at, and shown of those that the actor may read. */
const LOOKED_AT = 50;
const SHOWN = 5;

export type TracedKey = {
	id: string;
	title: string;
	masked: string;
	status: KeyStatus;
	/** Null for an agency key. */
	location: { slug: string; name: string } | null;
	/** The one of the request that was asked about, or the last ones. */
	refusals: KeyRefusal[];
};

/**
 * The keys that an id of a request or of a key, or what can be seen of a key, leads to, with why they were refused. Keys
 * that the actor may not read are not there: what leads to them alone leads nowhere.
 */
export function traceRefusal(ctx: Context, sought: SoughtRefusal): Promise<TracedKey[]> {
	return inTransaction(ctx, async (tx) => {
		const found: TracedKey[] = [];
		for (const keyId of await candidates(tx, ctx.agencyId, sought)) {
			const traced = found.length < SHOWN && (await traceKey(tx, ctx, keyId, sought));
			if (traced) found.push(traced);
		}
		if (found.length > 0) return found;
		throw new AppError(
			"not_found",
			"Nothing is known about this here. Refusals are kept for 30 days, the last 200 of each key; what was refused a moment ago takes a second or two to appear. A text that is no key of yours leaves no trace.",
		);
	});
}

async function candidates(tx: Tx, agencyId: string, sought: SoughtRefusal) {
	if (!("id" in sought)) return findKeysByText(tx, agencyId, sought, LOOKED_AT);
	return [...(await findRefusedKeys(tx, agencyId, sought.id, LOOKED_AT)), sought.id];
}

async function traceKey(
	tx: Tx,
	ctx: Context,
	keyId: string,
	sought: SoughtRefusal,
): Promise<TracedKey | null> {
	const { agencyId, grants, now } = ctx;
	const key = await findKey(tx, agencyId, keyId);
	if (!key || key.deletedAt) return null;
	if (!isAllowed(grants, keyPermission(key.locationId, "read"), key.locationId)) return null;
	const row = await findKeyRow(tx, agencyId, key, now);
	if (!row) return null;
	const isRequest = "id" in sought && sought.id !== keyId;
	return {
		id: row.id,
		title: row.title,
		masked: maskKey(row),
		status: keyStatus(row, now),
		location: row.locationId === null ? null : { slug: row.locationSlug ?? "", name: row.locationName ?? "" },
		refusals: await readRefusals(tx, agencyId, row.id, isRequest ? { requestId: sought.id } : {}),
	};
}
