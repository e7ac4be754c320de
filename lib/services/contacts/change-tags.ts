import { changedTags, TAGS_MAX } from "#lib/core/crm/tags.ts";
import { AppError, notFound } from "#lib/core/errors.ts";
import type { Tx } from "#lib/data/client.ts";
import { lockContact } from "#lib/data/contacts.ts";
import type { Context } from "#lib/data/context.ts";
import { changeContact } from "./change.ts";

/**
 * Adds tags to a contact and takes tags away, in the transaction of whatever does so; who may is the caller's question.
 * Starts what waits for a tag that is new. Answers the tags that the contact then has.
 */
export async function changeTags(
	tx: Tx,
	ctx: Pick<Context, "agencyId" | "now" | "chain">,
	contactId: string,
	change: { add?: readonly string[]; remove?: readonly string[] },
): Promise<string[]> {
	const before = await lockContact(tx, ctx.agencyId, contactId);
	if (!before) throw notFound();
	const tags = changedTags(before.tags, change);
	if (tags.length > TAGS_MAX) {
		const message = `A contact may have up to ${TAGS_MAX} tags.`;
		throw new AppError("invalid_input", message, { fields: [{ field: "tags", message }] });
	}
	const isSame = tags.length === before.tags.length && tags.every((tag) => before.tags.includes(tag));
	return isSame ? before.tags : (await changeContact(tx, ctx, before, { tags })).tags;
}
