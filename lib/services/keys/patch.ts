import { notFound } from "#lib/core/errors.ts";
import type { KeyEdit, ProgramFields } from "#lib/core/keys/fields.ts";
import type { Scope } from "#lib/core/scopes.ts";
import type { Tx } from "#lib/data/client.ts";
import type { Context } from "#lib/data/context.ts";
import { findKeyRow } from "#lib/data/key-page.ts";
import type { KeyFacts } from "#lib/data/keys.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { propagate } from "../propagate.ts";
import { lockChangeableKey, rateLimitOf, refuseUnseenChange } from "./authorize.ts";
import { refuseTakenTitle } from "./check-fields.ts";
import { writeEdit } from "./edit.ts";
import { switchWithin } from "./set-enabled.ts";

type Fields = Omit<KeyEdit & ProgramFields, "keyId" | "version">;

/** A part of an edit. What it leaves out stays as it is when the change is made, whoever changed it before. */
export type KeyPatch = { [Name in keyof Fields]?: Fields[Name] | undefined };

type Patched = {
	keyId: string;
	version?: number | undefined;
	/** Or how they follow from what the key says when it is changed. */
	changes: KeyPatch | ((before: KeyFacts, tx: Tx) => KeyPatch | Promise<KeyPatch>);
	/** Whether it is on, said along with the rest. */
	enabled?: boolean | undefined;
};

/**
 * Changes the named fields of a key, and whether it is on: all of it or nothing. Refuses when it is not at `version` any
 * more, if one is given.
 */
export const patchKey = (ctx: Context, asked: Patched) => propagate(ctx, patchKeyUntold(ctx, asked));

/** {@link patchKey} for a caller that tells all processes itself. */
export function patchKeyUntold(ctx: Context, { keyId, version, changes, enabled }: Patched) {
	const change = inTransaction(ctx, async (tx) => {
		const before = await lockChangeableKey(tx, ctx, keyId);
		refuseUnseenChange(before, version);
		const asked = typeof changes === "function" ? await changes(before, tx) : changes;
		const after = await writeNamed(tx, ctx, before, asked);
		if (enabled !== undefined) await switchWithin(tx, ctx, after, enabled);
		return { id: after.id, title: after.title, scopes: after.scopes as Scope[] };
	});
	return refuseTakenTitle(change);
}

async function writeNamed(tx: Tx, ctx: Context, before: KeyFacts, asked: KeyPatch) {
	const named = Object.entries(asked).filter(([, value]) => value !== undefined);
	if (named.length === 0) return before;
	const present = await presentFields(tx, ctx, before);
	return writeEdit(tx, ctx, before, { ...present, ...Object.fromEntries(named), keyId: before.id });
}

/** What a key says now, as an edit would say it. Locations that are gone do not come along. */
async function presentFields(tx: Tx, ctx: Context, key: KeyFacts) {
	const row = await findKeyRow(tx, ctx.agencyId, key, ctx.now);
	if (!row) throw notFound();
	return {
		title: key.title,
		description: key.description,
		allLocations: key.allLocations,
		locationIds: row.chosenLocations?.map(({ id }) => id) ?? [],
		role: key.role,
		scopes: key.scopes as Scope[],
		expiresAt: key.expiresAt,
		allowedAddresses: key.allowedAddresses,
		rateLimit: rateLimitOf(key),
	};
}
