import { AppError } from "#lib/core/errors.ts";
import { UniqueViolation } from "#lib/data/database-errors.ts";

/**
 * Runs a write, and when a unique index refuses it says so in words at the field. `indexes` is how the index's name
 * begins; others' refusals pass through.
 */
export async function refuseDuplicate<T>(
	write: Promise<T>,
	{ field, message, indexes = "" }: { field: string; message: string; indexes?: string },
): Promise<T> {
	try {
		return await write;
	} catch (error) {
		if (!(error instanceof UniqueViolation && error.constraint.startsWith(indexes))) throw error;
		throw new AppError("conflict", message, { cause: error, fields: [{ field, message }] });
	}
}
