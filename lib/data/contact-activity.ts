import type { Tx } from "./client.ts";

const SHOWN = 20;

/** The newest things that a contact did, and that were done with it. */
export async function findContactActivity(tx: Tx, agencyId: string, contactId: string) {
	const of = { agencyId, contactId };
	const submissions = await tx.formSubmission.findMany({
		where: of,
		select: { id: true, createdAt: true, form: { select: { name: true } } },
		orderBy: [{ createdAt: "desc" }, { id: "desc" }],
		take: SHOWN,
	});
	const clicks = await tx.linkClick.findMany({
		where: of,
		select: { id: true, clickedAt: true, link: { select: { name: true } } },
		orderBy: [{ clickedAt: "desc" }, { id: "desc" }],
		take: SHOWN,
	});
	const runs = await tx.workflowRun.findMany({
		where: of,
		select: { id: true, state: true, startedAt: true, workflow: { select: { name: true } } },
		orderBy: [{ startedAt: "desc" }, { id: "desc" }],
		take: SHOWN,
	});
	return { submissions, clicks, runs };
}
