import { AppError, notFound } from "#lib/core/errors.ts";
import { foldName } from "#lib/core/text.ts";
import { lockAgency } from "#lib/data/agencies.ts";
import type { Tx } from "#lib/data/client.ts";
import type { Context } from "#lib/data/context.ts";
import { listLocations } from "#lib/data/locations.ts";

/**
 * Refuses a name that another location of the agency has. The agency stays locked until the transaction ends, so of two
 * who want the same name at once, one is refused.
 */
export async function checkLocationName(tx: Tx, ctx: Context, name: string, exceptId: string | null) {
	if (!(await lockAgency(tx, ctx.agencyId))) throw notFound();
	const folded = foldName(name);
	const others = (await listLocations(tx, ctx.agencyId)).filter(({ id }) => id !== exceptId);
	if (!others.some((other) => foldName(other.name) === folded)) return;
	const message = "Another location of the agency has this name.";
	throw new AppError("conflict", message, { fields: [{ field: "name", message }] });
}
