import type { Step, Trigger } from "#lib/core/crm/workflow-steps.ts";
import { newId } from "#lib/core/ids.ts";
import type { Tx } from "./client.ts";

type Place = { agencyId: string; locationId: string };

/** The published workflows of a location that something like this starts. */
export const listStartedBy = (tx: Tx, { agencyId, locationId }: Place, trigger: Trigger) =>
	tx.workflow.findMany({
		where: { agencyId, locationId, status: "PUBLISHED", trigger: { equals: trigger } },
		select: { id: true, steps: true },
		orderBy: { id: "asc" },
	});

export type NewRun = {
	workflowId: string;
	contactId: string;
	/** What starts it, once: the same occasion starts nothing again. */
	occasion: string;
	startedBy: string;
	steps: readonly Step[];
};

/** Writes a run that is due at once; null when this occasion has started one before. */
export async function insertRun(tx: Tx, { agencyId, locationId }: Place, run: NewRun, now: Date) {
	const id = newId();
	const { count } = await tx.workflowRun.createMany({
		data: { agencyId, locationId, id, ...run, steps: [...run.steps], startedAt: now, nextAt: now },
		skipDuplicates: true,
	});
	return count === 1 ? id : null;
}
