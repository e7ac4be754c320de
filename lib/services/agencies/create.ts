import { newId } from "#lib/core/ids.ts";
import type { Database, Tx } from "#lib/data/client.ts";
import type { Context } from "#lib/data/context.ts";
import { insertAgency, insertAgencyMember } from "#lib/data/members.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { recordAudit } from "../audit/record.ts";

type Owner = { id: string; name: string };
type NewAgency = { name: string; slug: string; owner: Owner };

/** Makes an agency with its first owner, and returns the context in which that owner acts. */
export async function createAgency(database: Database, agency: NewAgency, now: Date) {
	const ctx = founderContext(database, agency.owner, now);
	await inTransaction(ctx, (tx) => foundAgency(tx, ctx, agency));
	return ctx;
}

/** The context of somebody who is about to found an agency. */
export const founderContext = (database: Database, owner: Owner, now: Date, address = ""): Context => ({
	database,
	agencyId: newId(),
	actor: { kind: "person", ...owner },
	grants: { agencyRole: "OWNER", locationRoles: new Map() },
	now,
	address,
	steppedUp: false,
});

/** Writes the agency of a {@link founderContext}, its owner and the first event of its audit log. */
export async function foundAgency(tx: Tx, ctx: Context, { name, slug, owner }: NewAgency) {
	const { agencyId, now } = ctx;
	await insertAgency(tx, { id: agencyId, slug, name }, now);
	await insertAgencyMember(tx, { agencyId, userId: owner.id, role: "OWNER" }, now);
	await recordAudit(tx, ctx, {
		action: "agency.create",
		subject: { kind: "agency", id: agencyId },
		after: { name, slug, ownerId: owner.id },
	});
}
