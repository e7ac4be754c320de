import type { AuditEntry } from "#lib/services/audit/list.ts";

/** `mayGoOn`: there are older events that were not read. */
export type EventRun = { event: AuditEntry; times: number; mayGoOn: boolean };

/** Events of one kind that somebody repeated on the same thing, in a row, as one: the newest, and how many there are. */
export function foldRuns(events: readonly AuditEntry[], hasOlder: boolean): EventRun[] {
	const runs: EventRun[] = [];
	for (const event of events) {
		const last = runs.at(-1);
		if (last && isRepeated(last.event, event)) last.times++;
		else runs.push({ event, times: 1, mayGoOn: false });
	}
	const oldest = runs.at(-1);
	if (oldest) oldest.mayGoOn = hasOlder;
	return runs;
}

const isRepeated = (one: AuditEntry, other: AuditEntry) =>
	one.action === other.action && one.subject.id === other.subject.id && isSameActor(one, other);

/** Strangers have no id, but an address. */
const isSameActor = (one: AuditEntry, other: AuditEntry) =>
	one.actor.kind === other.actor.kind &&
	one.actor.id === other.actor.id &&
	(one.actor.id !== null || one.address === other.address);
