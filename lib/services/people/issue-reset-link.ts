import { env } from "#lib/config/env.ts";
import { AppError } from "#lib/core/errors.ts";
import { newId } from "#lib/core/ids.ts";
import { newOneTimeToken } from "#lib/core/one-time-token.ts";
import type { Context } from "#lib/data/context.ts";
import { insertToken, spendTokensOf } from "#lib/data/one-time-tokens.ts";
import { getPersonName, listMemberships, lockPerson } from "#lib/data/people.ts";
import { transactAs } from "#lib/data/transaction.ts";
import { isMailConfigured } from "#lib/mail/send.ts";
import { recordAudit } from "../audit/record.ts";
import { permitOwners, permitPeople } from "../permit-people.ts";
import { requireStepUp } from "../require-step-up.ts";
import { lockAgencyMembership } from "./lock-agency-membership.ts";

const LIFE_HOURS = 24;

/**
 * Makes a link with which a person chooses a new password, for an owner to hand on where no mail can be sent. Refused for
 * people of other agencies too: an owner's word counts in their own agency alone.
 */
export async function issueResetLink(ctx: Context, { personId }: { personId: string }) {
	permitPeople(ctx, null, "read");
	permitOwners(ctx);
	if (isMailConfigured()) {
		throw new AppError("conflict", "Mail is set up here: they can ask for a link where they sign in.");
	}
	const { token, digest } = newOneTimeToken();
	const expiresAt = new Date(ctx.now.getTime() + LIFE_HOURS * 3_600_000);

	return transactAs(ctx.database, { agencyId: ctx.agencyId, personId }, async (tx) => {
		await lockAgencyMembership(tx, ctx, personId);
		requireStepUp(ctx, "With such a link somebody's password can be changed.");
		await lockPerson(tx, personId);
		const { facts } = await listMemberships(tx, personId);
		if (facts.some(({ id }) => id !== ctx.agencyId)) {
			throw new AppError(
				"conflict",
				"This person also belongs to another agency, so their password is not yours to reset.",
			);
		}

		await spendTokensOf(tx, personId, ctx.now, "PASSWORD_RESET");
		const row = { id: newId(), kind: "PASSWORD_RESET" as const, userId: personId, digest };
		await insertToken(tx, { ...row, createdAt: ctx.now, expiresAt });
		await recordAudit(tx, ctx, {
			action: "account.issue_reset_link",
			subject: { kind: "person", id: personId },
			after: { expiresAt: expiresAt.toISOString() },
		});
		const link = `${env().APP_ORIGIN}/reset-password?token=${token}`;
		return { name: await getPersonName(tx, personId), link };
	});
}
