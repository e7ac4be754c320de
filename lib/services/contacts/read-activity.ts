import { z } from "zod";
import type { ContactActivity } from "#lib/core/crm/contacts.ts";
import { RUN_STATES } from "#lib/core/crm/workflow-states.ts";
import { findContactActivity } from "#lib/data/contact-activity.ts";
import type { Context } from "#lib/data/context.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { findVisibleContact } from "./authorize.ts";

const RunStateText = z.enum(RUN_STATES);

/** What a contact sent and followed of late, and the workflows that it went through. */
export function readActivity(ctx: Context, { contactId }: { contactId: string }): Promise<ContactActivity> {
	return inTransaction(ctx, async (tx) => {
		await findVisibleContact(tx, ctx, contactId);
		const { submissions, clicks, runs } = await findContactActivity(tx, ctx.agencyId, contactId);
		return {
			submissions: submissions.map(({ id, form, createdAt }) => ({
				id,
				formName: form.name,
				at: createdAt.toISOString(),
			})),
			clicks: clicks.map(({ id, link, clickedAt }) => ({
				id,
				linkName: link.name,
				at: clickedAt.toISOString(),
			})),
			runs: runs.map(({ id, workflow, state, startedAt }) => ({
				id,
				workflowName: workflow.name,
				state: RunStateText.parse(state),
				at: startedAt.toISOString(),
			})),
		};
	});
}
