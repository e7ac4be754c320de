import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { log } from "#lib/config/log.ts";
import { processWide } from "#lib/config/process-wide.ts";
import type { Database } from "#lib/data/client.ts";
import type { Context } from "#lib/data/context.ts";
import { findPersonByEmail } from "#lib/data/people.ts";
import { inTransaction, transactAs } from "#lib/data/transaction.ts";
import { recordAudit } from "./record.ts";
import { recordForPerson } from "./record-for-person.ts";

const RECORDED_MAX = 5;
const WINDOW_SECONDS = 15 * 60;

/**
 * Refusals cost nothing to provoke: of each person and kind a handful is recorded, so that nobody can fill the disk. What
 * is told to one agency alone is counted for that agency alone: nobody uses up its handful elsewhere.
 */
const recorded = () =>
	processWide(
		"recorded-refusals",
		() => new RateLimiterMemory({ points: RECORDED_MAX, duration: WINDOW_SECONDS }),
	);

/**
 * Notes that somebody who is not signed in gave a known address and a wrong proof. Run it once they have their answer:
 * only known addresses are recorded, which must not show in how long the answer takes.
 */
export const recordRefusedSignIn = (
	database: Database,
	{ email, address }: { email: string; address: string },
	now: Date,
) =>
	quietly(() =>
		transactAs(database, {}, async (tx) => {
			const person = await findPersonByEmail(tx, email);
			if (!person || !(await isWorthRecording("sign-in", person.id))) return;
			const actor = { kind: "stranger", id: null, name: "Somebody not signed in" } as const;
			await recordForPerson(tx, person, { action: "session.refuse", actor, address, now });
		}),
	);

/** Notes that a signed-in person could not prove that it is they. */
export const recordRefusedStepUp = (
	database: Database,
	person: { id: string; name: string },
	{ address }: { address: string },
	now: Date,
) =>
	quietly(async () => {
		if (!(await isWorthRecording("step-up", person.id))) return;
		await transactAs(database, { personId: person.id }, (tx) =>
			recordForPerson(tx, person, { action: "step_up.refuse", address, now }),
		);
	});

/** Notes that a person tried what their role does not allow. `tried` names it and holds nothing of what was sent. */
export const recordRefusedAccess = (
	ctx: Context,
	{ tried, reason, locationId }: { tried: string; reason: string; locationId: string | null },
) =>
	quietly(async () => {
		if (!(await isWorthRecording(`access ${ctx.agencyId}`, ctx.actor.id ?? ""))) return;
		await inTransaction(ctx, (tx) =>
			recordAudit(tx, ctx, {
				action: "access.refuse",
				subject: locationId ? { kind: "location", id: locationId } : { kind: "agency", id: ctx.agencyId },
				locationId,
				after: { tried, reason },
			}),
		);
	});

async function isWorthRecording(kind: string, personId: string): Promise<boolean> {
	try {
		await recorded().consume(`${kind} ${personId}`);
		return true;
	} catch (refusal) {
		if (refusal instanceof RateLimiterRes) return false;
		throw refusal;
	}
}

/** The refusal itself stands, whether or not it could be recorded. */
async function quietly(work: () => Promise<void>): Promise<void> {
	try {
		await work();
	} catch (error) {
		log().error({ err: error }, "a refusal was not recorded");
	}
}
