import { newId } from "#lib/core/ids.ts";
import type { Database } from "#lib/data/client.ts";
import type { Context } from "#lib/data/context.ts";
import { insertAgency, insertAgencyMember } from "#lib/data/members.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { recordAudit } from "../audit/record.ts";

type NewAgency = { name: string; slug: string; owner: { id: string; name: string } };

/** Makes an agency with its first owner, and returns the context in which that owner acts. */
export async function createAgency(database: Database, { name, slug, owner }: NewAgency, now: Date) {
	const ctx: Context = {
		database,
		agencyId: newId(),
		actor: { kind: "person", ...owner },
		grants: { agencyRole: "OWNER", locationRoles: new Map() },
		now,
		address: "",
		steppedUp: false,
	};
	await inTransaction(ctx, async (tx) => {
		await insertAgency(tx, { id: ctx.agencyId, slug, name }, now);
		await insertAgencyMember(tx, { agencyId: ctx.agencyId, userId: owner.id, role: "OWNER" }, now);
		await recordAudit(tx, ctx, {
			action: "agency.create",
			subject: { kind: "agency", id: ctx.agencyId },
			after: { name, slug, ownerId: owner.id },
		});
	});
	return ctx;
}
