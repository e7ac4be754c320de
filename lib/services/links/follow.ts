import { newId } from "#lib/core/ids.ts";
import type { Database } from "#lib/data/client.ts";
import { namesNothing, translateDatabaseError } from "#lib/data/database-errors.ts";
import { type Click, followLinkRow } from "#lib/data/link-clicks.ts";
import { lookAs, transactAs } from "#lib/data/transaction.ts";
import { startWorkflows } from "../workflows/start.ts";

/**
 * Where a trigger link leads, counting who comes by; null when there is none, whyever. A click by a contact of the same
 * location starts the workflows that wait for it. Nobody else's id counts for anything.
 */
export async function followLink(
	database: Database,
	visit: Omit<Click, "id">,
	now: Date,
): Promise<string | null> {
	const click = { ...visit, id: newId() };
	if (visit.contactId === null || !visit.counts) return followAsNobody(database, click, now);
	try {
		return await followAsContact(database, click, now);
	} catch (error) {
		// Deleted in the meantime.
		if (namesNothing(error)) return followAsNobody(database, { ...click, contactId: null }, now);
		throw error;
	}
}

async function followAsNobody({ db }: Database, click: Click, now: Date) {
	try {
		return (await followLinkRow(db, click, now))?.redirectTo ?? null;
	} catch (error) {
		throw translateDatabaseError(error);
	}
}

const followAsContact = (database: Database, click: Click, now: Date) =>
	transactAs(database, {}, async (tx) => {
		const link = await followLinkRow(tx, click, now);
		if (link?.contactId) {
			const { agencyId, locationId, linkId, contactId } = link;
			const start = {
				locationId,
				contactId,
				trigger: { kind: "link_clicked", linkId } as const,
				occasion: `click:${click.id}`,
			};
			await lookAs(tx, { agencyId }, () => startWorkflows(tx, { agencyId, now }, start));
		}
		return link?.redirectTo ?? null;
	});
