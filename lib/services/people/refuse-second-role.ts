import { AppError } from "#lib/core/errors.ts";
import { UniqueViolation } from "#lib/data/database-errors.ts";

/** Runs a write and says in words that the person has a role there already. */
export async function refuseSecondRole<T>(addition: Promise<T>): Promise<T> {
	try {
		return await addition;
	} catch (error) {
		if (!(error instanceof UniqueViolation)) throw error;
		throw new AppError("conflict", "This person has a role here already.", { cause: error });
	}
}
