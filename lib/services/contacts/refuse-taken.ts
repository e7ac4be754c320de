import { AppError } from "#lib/core/errors.ts";
import type { Tx } from "#lib/data/client.ts";
import { findTaken, type Identity, type Place } from "#lib/data/contacts.ts";
import { UniqueViolation } from "#lib/data/database-errors.ts";

const MESSAGES = {
	email: "Another contact of this location has this e-mail address.",
	phone: "Another contact of this location has this phone number.",
};

/** Refuses an address or a number that another contact has. Both are held, see `holdIdentity`. */
export async function refuseTaken(tx: Tx, place: Place, identity: Identity, exceptId: string | null = null) {
	const taken = await findTaken(tx, place, identity, exceptId);
	const field = taken.email ? "email" : taken.phone ? "phone" : null;
	if (field !== null) throw refusal(field);
}

/** Does a write, and says in words when a step of a workflow, which holds nothing, took the address or number meanwhile. */
export async function refuseTakenMeanwhile<T>(write: Promise<T>): Promise<T> {
	try {
		return await write;
	} catch (error) {
		if (!(error instanceof UniqueViolation && error.constraint.startsWith("contacts_"))) throw error;
		throw refusal(error.constraint.includes("email") ? "email" : "phone", error);
	}
}

const refusal = (field: keyof typeof MESSAGES, cause?: unknown) =>
	new AppError("conflict", MESSAGES[field], { cause, fields: [{ field, message: MESSAGES[field] }] });
