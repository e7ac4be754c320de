import { listAuditPlaces } from "#lib/data/audit.ts";
import type { Tx } from "#lib/data/client.ts";
import type { Actor } from "#lib/data/context.ts";
import { lookAs } from "#lib/data/transaction.ts";
import { type AuditFacts, recordAudit } from "./record.ts";

export type PersonalFacts = Omit<AuditFacts, "subject" | "locationId"> & {
	/** The person themselves, unless said. */
	subject?: AuditFacts["subject"];
	/** Who did it; the person themselves, unless said. */
	actor?: Actor;
	address: string;
	now: Date;
};

/**
 * Appends what concerns a person and no agency to the chain of every agency in which they have a role, in the
 * transaction of the change. Agency people leave one event; those of locations alone one for each of these. Call it once
 * in a transaction, after the change: it locks the heads of several chains, in one order.
 */
export async function recordForPerson(
	tx: Tx,
	person: { id: string; name: string },
	{
		actor = { kind: "person", id: person.id, name: person.name },
		subject,
		now,
		address,
		...facts
	}: PersonalFacts,
): Promise<void> {
	const about = subject ?? { kind: "person", id: person.id };
	const places = await lookAs(tx, { personId: person.id }, () => listAuditPlaces(tx, person.id));
	for (const { agencyId, locationId } of places) {
		await lookAs(tx, { agencyId }, () =>
			recordAudit(tx, { agencyId, actor, now, address }, { ...facts, subject: about, locationId }),
		);
	}
}
