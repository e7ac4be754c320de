import type { AuditEntry } from "#lib/services/audit/list.ts";

export type EventRun = { event: AuditEntry; times: number };

/** Events of one kind that somebody repeated on the same thing, in a row, as one: the newest, and how many there are. */
export function foldRuns(events: readonly AuditEntry[]): EventRun[] {
	const runs: EventRun[] = [];
	for (const event of events) {
		const last = runs.at(-1);
		if (last && isRepeated(last.event, event)) last.times++;
		else runs.push({ event, times: 1 });
	}
	return runs;
}

const isRepeated = (one: AuditEntry, other: AuditEntry) =>
	one.action === other.action && one.subject.id === other.subject.id && one.actor.id === other.actor.id;
