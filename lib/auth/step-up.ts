import "server-only";
import { cookies } from "next/headers";
import { AppError } from "#lib/core/errors.ts";
import { database } from "#lib/data/client.ts";
import { stepUpSession } from "#lib/services/sessions/step-up.ts";
import { type Proof, prove } from "./prove.ts";
import type { Viewer } from "./require-context.ts";
import { sealedSid } from "./session-cookie.ts";

/**
 * Steps the viewer's session up when the proof holds: for a few minutes they may do what is grave. The session goes on
 * under a new cookie, so that a copy of the old one gains nothing.
 */
export async function stepUp(viewer: Viewer, proof: Proof, address: string): Promise<void> {
	await prove(viewer.person, proof, address);
	const now = new Date();
	const who = { personId: viewer.person.id, sessionId: viewer.session.id };
	const steppedUp = await stepUpSession(database(), who, now);
	if (!steppedUp) throw new AppError("unauthenticated", "Your session has ended. Sign in again.");
	const { sid, expiresAt } = steppedUp;
	(await cookies()).set(await sealedSid(sid, { now, expiresAt }));
}
