import { notFound } from "#lib/core/errors.ts";
import type { Tx } from "#lib/data/client.ts";
import {
	findCurrentSharedSecret,
	insertSharedSecret,
	listCountingSecrets,
} from "#lib/data/shared-secrets.ts";
import { type AuditContext, recordAudit } from "../audit/record.ts";
import { makeVersion, openVersion } from "./seal.ts";

/**
 * The text that the agency signs with now, for what Latchkey itself signs. It is made on first use. No answer of the
 * product may carry it.
 */
export async function readCurrentSecret(tx: Tx, ctx: AuditContext) {
	let current = await findCurrentSharedSecret(tx, ctx.agencyId);
	if (!current) {
		await addFirstVersion(tx, ctx);
		current = await findCurrentSharedSecret(tx, ctx.agencyId);
	}
	if (!current) throw notFound();
	return { id: current.id, version: current.version, text: openVersion(current) };
}

/**
 * The texts that count now, the newest first: what is signed with each is accepted by whoever still has the one before.
 * They are made and kept as {@link readCurrentSecret} says.
 */
export async function readCountingSecrets(tx: Tx, ctx: AuditContext): Promise<string[]> {
	await readCurrentSecret(tx, ctx);
	return (await listCountingSecrets(tx, ctx.agencyId, ctx.now)).map(openVersion);
}

/** Adds version 1 unless there is one. Whoever comes second waits for the first to commit, and adds nothing. */
export async function addFirstVersion(tx: Tx, ctx: AuditContext) {
	const { row } = makeVersion(ctx.agencyId, 1, ctx.actor.name);
	if (!(await insertSharedSecret(tx, ctx.agencyId, row, ctx.now))) return false;
	await recordAudit(tx, ctx, {
		action: "shared_secret.create",
		subject: { kind: "shared_secret", id: row.id },
		after: { version: row.version },
	});
	return true;
}
