import { notFound } from "#lib/core/errors.ts";
import type { Tx } from "#lib/data/client.ts";
import type { Context } from "#lib/data/context.ts";
import { findCurrentSharedSecret, insertSharedSecret } from "#lib/data/shared-secrets.ts";
import { recordAudit } from "../audit/record.ts";
import { makeVersion, openVersion } from "./seal.ts";

/**
 * The text that the agency signs with now, for what Latchkey itself signs. It is made on first use. No answer of the
 * product may carry it.
 */
export async function readCurrentSecret(tx: Tx, ctx: Context) {
	let current = await findCurrentSharedSecret(tx, ctx.agencyId);
	if (!current) {
		await addFirstVersion(tx, ctx);
		current = await findCurrentSharedSecret(tx, ctx.agencyId);
	}
	if (!current) throw notFound();
	return { id: current.id, version: current.version, text: openVersion(current) };
}

/** Adds version 1 unless there is one. Whoever comes second waits for the first to commit, and adds nothing. */
export async function addFirstVersion(tx: Tx, ctx: Context) {
	const { row } = makeVersion(ctx.agencyId, 1, ctx.actor.name);
	if (!(await insertSharedSecret(tx, ctx.agencyId, row, ctx.now))) return false;
	await recordAudit(tx, ctx, {
		action: "shared_secret.create",
		subject: { kind: "shared_secret", id: row.id },
		after: { version: row.version },
	});
	return true;
}
