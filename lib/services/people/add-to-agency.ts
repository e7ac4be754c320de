import { AppError, notFound } from "#lib/core/errors.ts";
import { type AgencyRole, mayGrant } from "#lib/core/permissions.ts";
import type { Context } from "#lib/data/context.ts";
import { insertAgencyMember } from "#lib/data/members.ts";
import { findPersonById } from "#lib/data/people.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { recordAudit } from "../audit/record.ts";
import { permit } from "../permit.ts";
import { refuseDuplicate } from "../refuse-duplicate.ts";

/** Gives a person a role in the agency, never above the actor's own. */
export async function addToAgency(ctx: Context, { personId, role }: { personId: string; role: AgencyRole }) {
	permit(ctx, "agency_member.write");
	if (!ctx.grants.agencyRole || !mayGrant(ctx.grants.agencyRole, role)) {
		throw new AppError("forbidden", "Nobody can give a role above their own.");
	}
	const addition = inTransaction(ctx, async (tx) => {
		if (!(await findPersonById(tx, personId))) throw notFound();
		await insertAgencyMember(tx, { agencyId: ctx.agencyId, userId: personId, role }, ctx.now);
		await recordAudit(tx, ctx, {
			action: "agency_member.add",
			subject: { kind: "person", id: personId },
			after: { role },
		});
	});
	return refuseDuplicate(addition, { field: "personId", message: "This person has a role here already." });
}
