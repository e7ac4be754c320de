import { AppError, notFound } from "#lib/core/errors.ts";
import type { Context } from "#lib/data/context.ts";
import { lockAgencyRoles, updateAgencyRole } from "#lib/data/members.ts";
import { getPersonName } from "#lib/data/people.ts";
import { endSessionsOf } from "#lib/data/sessions.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { recordAudit } from "../audit/record.ts";
import { actingPerson, permitOwners, permitPeople, permitRole } from "../permit-people.ts";

/** Makes another member owner in the actor's place, who becomes an admin. Both sign in again. */
export async function handOver(ctx: Context, { personId }: { personId: string }) {
	permitPeople(ctx, null, "read");
	permitOwners(ctx);
	const own = actingPerson(ctx);
	if (personId === own.id) throw new AppError("invalid_input", "Choose somebody else to hand over to.");
	return inTransaction(ctx, async (tx) => {
		const roles = await lockAgencyRoles(tx, ctx.agencyId, [own.id, personId]);
		const before = roles.get(personId);
		if (!before) throw notFound();
		permitRole(ctx, null, "OWNER");
		if (roles.get(own.id) !== "OWNER") {
			throw new AppError("conflict", "You are not an owner any more. Reload to see who is.");
		}

		await updateAgencyRole(tx, ctx.agencyId, personId, "OWNER");
		await updateAgencyRole(tx, ctx.agencyId, own.id, "ADMIN");
		// In one order: two may hand over to each other in two agencies at once.
		for (const id of [own.id, personId].sort()) await endSessionsOf(tx, id, ctx.now);
		await recordAudit(tx, ctx, {
			action: "agency.hand_over",
			subject: { kind: "person", id: personId },
			before: { role: before, formerOwnerRole: "OWNER" },
			after: { role: "OWNER", formerOwnerRole: "ADMIN" },
		});
		return { name: await getPersonName(tx, personId) };
	});
}
