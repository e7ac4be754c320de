import "server-only";
import { after } from "next/server";
import { AppError } from "#lib/core/errors.ts";
import { database } from "#lib/data/client.ts";
import type { AccountContext } from "#lib/data/context.ts";
import { tellAccountEvent } from "#lib/mail/account-mails.ts";
import { recordRefusedStepUp } from "#lib/services/audit/record-refusal.ts";
import { confirmPassword } from "#lib/services/people/check-password.ts";
import { proveByCode } from "#lib/services/second-factor/prove.ts";
import { admitAttempt, forgiveAttempt, takeAttemptBack } from "./throttle.ts";

/** What a person shows to prove that it is they: the password, or a code of their second factor. */
export type Proof = { password: string } | { code: string };

type Person = AccountContext["person"];

/** Counts attempts to prove something, and refuses when `attempt` says null: a borrowed session may not try for ever. */
export async function countAttempts<T>(
	person: Person,
	{ address, field }: { address: string; field: string },
	attempt: () => Promise<T | null>,
	wrong: string,
): Promise<T> {
	const counted = { email: `step-up ${person.id}`, address };
	if (!(await admitAttempt(counted))) {
		throw refuse("rate_limited", field, "Too many attempts. Wait a quarter of an hour, then try again.");
	}
	let outcome: T | null;
	try {
		outcome = await attempt();
	} catch (error) {
		if (error instanceof AppError) await takeAttemptBack(counted);
		throw error;
	}
	if (outcome === null) {
		await recordRefusedStepUp(database(), person, { address }, new Date());
		throw refuse("invalid_input", field, wrong);
	}
	await forgiveAttempt(counted);
	return outcome;
}

/** Refuses a proof that is not the person's. */
export async function prove(person: Person, proof: Proof, address: string): Promise<void> {
	if ("password" in proof) {
		const isRight = async () => (await confirmPassword(database(), person.id, proof.password)) || null;
		await countAttempts(person, { address, field: "password" }, isRight, "That is not your password.");
		return;
	}
	const take = () => proveByCode(database(), person, proof.code, { address, now: new Date() });
	const kind = await countAttempts(
		person,
		{ address, field: "code" },
		take,
		"That code does not fit, or was used before. Wait for the next one, then try again.",
	);
	if (kind === "recovery_code") after(() => tellAccountEvent(person, "recoveryCodeUsed"));
}

const refuse = (code: "rate_limited" | "invalid_input", field: string, message: string) =>
	new AppError(code, message, { fields: [{ field, message }] });
