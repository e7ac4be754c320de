import type { LinkEdit, LinkSummary } from "#lib/core/crm/link-fields.ts";
import { AppError } from "#lib/core/errors.ts";
import type { Context } from "#lib/data/context.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { updateLink } from "#lib/data/trigger-links.ts";
import { refuseCircle } from "../refuse-circle.ts";
import { lockChangeableLink } from "./authorize.ts";
import { summarizeLink } from "./summarize.ts";

/** Changes what a link is called and where it leads. Refuses when somebody else changed it since `version`. */
export function editLink(ctx: Context, { linkId, version, ...fields }: LinkEdit): Promise<LinkSummary> {
	return inTransaction(ctx, async (tx) => {
		const before = await lockChangeableLink(tx, ctx, linkId);
		if (version !== undefined && before.version !== version) {
			throw new AppError(
				"conflict",
				"Somebody else changed this trigger link meanwhile. Reload to see what it says now.",
			);
		}
		const change = {
			name: fields.name ?? before.name,
			redirectTo: fields.redirectTo ?? before.redirectTo,
		};
		refuseCircle(change.redirectTo, "link");
		return summarizeLink(await updateLink(tx, ctx.agencyId, linkId, change, ctx.now));
	});
}
