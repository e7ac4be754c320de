import { AppError } from "#lib/core/errors.ts";
import { newId } from "#lib/core/ids.ts";
import type { Context } from "#lib/data/context.ts";
import { UniqueViolation } from "#lib/data/database-errors.ts";
import { insertLocation } from "#lib/data/members.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { recordAudit } from "../audit/record.ts";
import { permit } from "../permit.ts";

/** Makes a location of the agency. */
export async function createLocation(ctx: Context, { name, slug }: { name: string; slug: string }) {
	permit(ctx, "location.create");
	const id = newId();
	const creation = inTransaction(ctx, async (tx) => {
		await insertLocation(tx, { agencyId: ctx.agencyId, id, slug, name }, ctx.now);
		await recordAudit(tx, ctx, {
			action: "location.create",
			subject: { kind: "location", id },
			locationId: id,
			after: { name, slug },
		});
		return { id, slug };
	});
	return refuseTakenSlug(creation);
}

async function refuseTakenSlug<T>(creation: Promise<T>): Promise<T> {
	try {
		return await creation;
	} catch (error) {
		if (!(error instanceof UniqueViolation)) throw error;
		const message = "Another location has this name in its address.";
		throw new AppError("conflict", message, { cause: error, fields: [{ field: "slug", message }] });
	}
}
