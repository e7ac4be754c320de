import { LINKS_MAX, type LinkFields, type LinkSummary } from "#lib/core/crm/link-fields.ts";
import { newLinkSlug } from "#lib/core/crm/link-slug.ts";
import { AppError } from "#lib/core/errors.ts";
import { newId } from "#lib/core/ids.ts";
import type { Context } from "#lib/data/context.ts";
import { lockLocation } from "#lib/data/locations.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { countLinks, insertLink } from "#lib/data/trigger-links.ts";
import { permitCrm } from "../permit-crm.ts";
import { refuseCircle } from "../refuse-circle.ts";
import { summarizeLink } from "./summarize.ts";

/** Makes a trigger link with an address of its own. The location is held meanwhile, so that there are never too many. */
export function createLink(
	ctx: Context,
	{ locationId, ...fields }: LinkFields & { locationId: string },
): Promise<LinkSummary> {
	return inTransaction(ctx, async (tx) => {
		await permitCrm(tx, ctx, locationId, "write");
		await lockLocation(tx, ctx.agencyId, locationId);
		refuseCircle(fields.redirectTo, "link");
		if ((await countLinks(tx, ctx.agencyId, { locationId, search: "" })) >= LINKS_MAX) {
			const text = `A location may have up to ${LINKS_MAX} trigger links. Delete one that is not needed any more.`;
			throw new AppError("conflict", text);
		}
		const link = { id: newId(), locationId, slug: newLinkSlug(), ...fields };
		return summarizeLink(await insertLink(tx, ctx.agencyId, link, ctx.now));
	});
}
