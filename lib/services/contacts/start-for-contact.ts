import { newId } from "#lib/core/ids.ts";
import type { Tx } from "#lib/data/client.ts";
import type { ContactFacts } from "#lib/data/contacts.ts";
import type { Context } from "#lib/data/context.ts";
import { startWorkflows } from "../workflows/start.ts";

type Started = Pick<Context, "agencyId" | "now" | "chain">;

/** Starts what waits for a new contact. */
export const startForCreation = (tx: Tx, ctx: Started, { id, locationId }: ContactFacts) =>
	startWorkflows(tx, ctx, {
		locationId,
		trigger: { kind: "contact_created" },
		contactId: id,
		occasion: `created ${id}`,
	});

/** Starts what waits for each tag that the contact did not have before. */
export async function startForTags(
	tx: Tx,
	ctx: Started,
	{ id, locationId, tags }: ContactFacts,
	before: readonly string[],
) {
	const change = newId();
	for (const tag of tags.filter((now) => !before.includes(now))) {
		const trigger = { kind: "contact_tagged", tag } as const;
		await startWorkflows(tx, ctx, {
			locationId,
			trigger,
			contactId: id,
			occasion: `tagged ${change} ${tag}`,
		});
	}
}
