import { createHash } from "node:crypto";
import { generateSecret, generateURI, verify } from "otplib";
import { z } from "zod";
import type { Binding } from "../envelope.ts";

const PERIOD_SECONDS = 30;
const RECOVERY_CODES = 10;
const RECOVERY_BYTES = 15;

/** A code as it was typed: of an authenticator app, or a recovery code, with whatever stands between its groups. */
export const TypedCode = z
	.string({ error: "Enter the code." })
	.max(64, { error: "That is longer than any code." })
	.transform((text) => text.replace(/[\s-]/g, "").toUpperCase())
	.refine((code) => /^\d{6}$|^[A-Z2-7]{24}$/.test(code), {
		error: "Enter the six digits of your authenticator app, or a whole recovery code.",
	});

export const newSeed = () => generateSecret();

/** What an authenticator app reads out of the QR code. */
export const enrolmentUri = (seed: string, email: string) =>
	generateURI({ issuer: "Latchkey", label: email, secret: seed });

export const seedBinding = (userId: string, id: string): Binding => ["totp", userId, id];

/**
 * The time step that a code belongs to, or null when it fits neither the present step nor one of its neighbours: clocks
 * differ, and people type. Whoever takes the code must also take its step, which counts once.
 */
export async function stepOfCode(seed: string, code: string, now: Date): Promise<bigint | null> {
	if (!/^\d{6}$/.test(code)) return null;
	const result = await verify({
		secret: seed,
		token: code,
		period: PERIOD_SECONDS,
		epoch: Math.floor(now.getTime() / 1_000),
		epochTolerance: PERIOD_SECONDS,
	});
	return result.valid && "timeStep" in result ? BigInt(result.timeStep) : null;
}

/** Fresh recovery codes as people keep them: 120 random bits each, base32 in groups of four. */
export const newRecoveryCodes = () =>
	Array.from({ length: RECOVERY_CODES }, () =>
		generateSecret({ length: RECOVERY_BYTES }).replace(/.{4}(?=.)/g, "$&-"),
	);

/** What is stored of a recovery code, whose random bits make a fast hash enough. */
export const digestRecoveryCode = (code: string) =>
	createHash("sha256").update(code.replaceAll("-", "")).digest();
