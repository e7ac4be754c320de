import { keyRing } from "#lib/config/secrets.ts";
import { open } from "#lib/core/envelope.ts";
import { digestRecoveryCode, seedBinding, stepOfCode } from "#lib/core/people/second-factor.ts";
import type { Tx } from "#lib/data/client.ts";
import { findSecondFactor, takeRecoveryCode, takeStep } from "#lib/data/second-factors.ts";

export type Proof = "totp" | "recovery_code";

/**
 * Takes a code of the person's authenticator app, or one of their recovery codes. Null when it is neither, or was taken
 * before: each counts once, however many show it at the same time.
 */
export async function takeCode(tx: Tx, personId: string, code: string, now: Date): Promise<Proof | null> {
	const factor = await findSecondFactor(tx, personId);
	if (!factor?.confirmedAt) return null;
	const step = await stepOfCode(openSeed(factor), code, now);
	if (step !== null) return (await takeStep(tx, factor, step)) ? "totp" : null;
	const isTaken = await takeRecoveryCode(tx, personId, digestRecoveryCode(code), now);
	return isTaken ? "recovery_code" : null;
}

export const openSeed = ({ userId, id, sealed }: { userId: string; id: string; sealed: Uint8Array }) =>
	open(sealed, seedBinding(userId, id), keyRing("sealing"));
