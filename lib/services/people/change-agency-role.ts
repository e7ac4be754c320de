import { notFound } from "#lib/core/errors.ts";
import type { AgencyRole } from "#lib/core/permissions.ts";
import type { Context } from "#lib/data/context.ts";
import { lockAgencyRoles, updateAgencyRole } from "#lib/data/members.ts";
import { getPersonName } from "#lib/data/people.ts";
import { endSessionsOf } from "#lib/data/sessions.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { recordAudit } from "../audit/record.ts";
import { permitPeople, permitRole } from "../permit-people.ts";

/** Gives a member another role in the agency. They sign in again, with the new one. */
export async function changeAgencyRole(
	ctx: Context,
	{ personId, role }: { personId: string; role: AgencyRole },
) {
	permitPeople(ctx, null, "write");
	return inTransaction(ctx, async (tx) => {
		const before = (await lockAgencyRoles(tx, ctx.agencyId, [personId])).get(personId);
		if (!before) throw notFound();
		permitRole(ctx, null, before);
		permitRole(ctx, null, role);
		const name = await getPersonName(tx, personId);
		if (before === role) return { name };

		await updateAgencyRole(tx, ctx.agencyId, personId, role);
		await endSessionsOf(tx, personId, ctx.now);
		await recordAudit(tx, ctx, {
			action: "agency_member.change_role",
			subject: { kind: "person", id: personId },
			before: { role: before },
			after: { role },
		});
		return { name };
	});
}
