import "server-only";
import { cookies } from "next/headers";
import { AppError } from "#lib/core/errors.ts";
import { database } from "#lib/data/client.ts";
import { recordRefusedStepUp } from "#lib/services/audit/record-refusal.ts";
import { confirmPassword } from "#lib/services/people/check-password.ts";
import { stepUpSession } from "#lib/services/sessions/step-up.ts";
import type { Viewer } from "./require-context.ts";
import { sealedSid } from "./session-cookie.ts";
import { admitAttempt, forgiveAttempt } from "./throttle.ts";

/**
 * Steps the viewer's session up when the proof holds: for a few minutes they may do what is grave. The session goes on
 * under a new cookie, so that a copy of the old one gains nothing. A borrowed session may not try passwords for ever, so
 * attempts are counted as they are at sign-in.
 */
export async function stepUp(viewer: Viewer, proof: { password: string }, address: string): Promise<void> {
	const attempt = { email: `step-up ${viewer.person.id}`, address };
	if (!(await admitAttempt(attempt))) {
		throw refuse("rate_limited", "Too many attempts. Wait a quarter of an hour, then try again.");
	}
	if (!(await confirmPassword(database(), viewer.person.id, proof.password))) {
		await recordRefusedStepUp(database(), viewer.person, { address }, new Date());
		throw refuse("invalid_input", "That is not your password.");
	}
	await forgiveAttempt(attempt);
	const now = new Date();
	const who = { personId: viewer.person.id, sessionId: viewer.session.id };
	const steppedUp = await stepUpSession(database(), who, now);
	if (!steppedUp) throw new AppError("unauthenticated", "Your session has ended. Sign in again.");
	const { sid, expiresAt } = steppedUp;
	(await cookies()).set(await sealedSid(sid, { now, expiresAt }));
}

const refuse = (code: "rate_limited" | "invalid_input", message: string) =>
	new AppError(code, message, { fields: [{ field: "password", message }] });
