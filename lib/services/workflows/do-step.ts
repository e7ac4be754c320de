import { ContactChange } from "#lib/core/crm/contact-fields.ts";
import { CONTACT_TEXT_FIELDS } from "#lib/core/crm/contact-text-fields.ts";
import type { Step } from "#lib/core/crm/workflow-steps.ts";
import type { StepOutcome } from "#lib/core/crm/workflows.ts";
import { AppError, notFound } from "#lib/core/errors.ts";
import { IN_PLAIN_WORDS } from "#lib/core/plain-issues.ts";
import type { Tx } from "#lib/data/client.ts";
import { lockContact } from "#lib/data/contacts.ts";
import type { Context } from "#lib/data/context.ts";
import { listStartedBy, type RunFacts } from "#lib/data/workflow-runs.ts";
import { changeContact } from "../contacts/change.ts";
import { changeTags } from "../contacts/change-tags.ts";
import { notifyKeepers } from "../notifications/notify.ts";
import { findChainEnd } from "./start.ts";
import { contactName } from "./summarize.ts";

type Doer = Pick<Context, "agencyId" | "now" | "chain">;
type Done = { outcome: StepOutcome; detail: string };

/** The steps that are done in the transaction that notes them. */
export type OwnStep = Exclude<Step, { kind: "call_webhook" }>;

const DONE: Done = { outcome: "DONE", detail: "" };

/** Does a step of a run whose contact is locked. */
export async function doStep(tx: Tx, ctx: Doer, run: RunFacts, step: OwnStep): Promise<Done> {
	switch (step.kind) {
		case "add_tag":
			if (run.contact.tags.includes(step.tag)) return skipped("The contact had this tag already.");
			return addTag(tx, ctx, run, step.tag);
		case "remove_tag":
			if (!run.contact.tags.includes(step.tag)) return skipped("The contact did not have this tag.");
			await changeTags(tx, ctx, run.contactId, { remove: [step.tag] });
			return DONE;
		case "update_field":
			await updateField(tx, ctx, run, step);
			return DONE;
		case "wait":
			return DONE;
		case "notify":
			await tellKeepers(tx, ctx, run, step.message);
			return DONE;
	}
}

/** A workflow that waits for the tag and is not started is told of, since whoever reads the history would wonder. */
async function addTag(tx: Tx, ctx: Doer, run: RunFacts, tag: string): Promise<Done> {
	const end = await findChainEnd(tx, ctx, run.contactId);
	await changeTags(tx, ctx, run.contactId, { add: [tag] });
	if (end === null) return DONE;
	const place = { agencyId: ctx.agencyId, locationId: run.locationId };
	const waiting = await listStartedBy(tx, place, { kind: "contact_tagged", tag });
	return waiting.length > 0 ? { outcome: "DONE", detail: end } : DONE;
}

const skipped = (detail: string): Done => ({ outcome: "SKIPPED", detail });

async function updateField(
	tx: Tx,
	ctx: Doer,
	run: RunFacts,
	{ field, value }: { field: string; value: string },
) {
	const own: readonly string[] = CONTACT_TEXT_FIELDS;
	const written = own.includes(field)
		? { [field]: value }
		: { customValues: { [field]: value === "" ? null : value } };
	const change = ContactChange.safeParse(written, IN_PLAIN_WORDS);
	if (!change.success) throw new AppError("invalid_input", change.error.issues[0]?.message ?? "");
	const contact = await lockContact(tx, ctx.agencyId, run.contactId);
	if (!contact) throw notFound();
	await changeContact(tx, ctx, contact, change.data);
}

const tellKeepers = (tx: Tx, ctx: Doer, run: RunFacts, message: string) =>
	notifyKeepers(tx, ctx, {
		kind: "workflow.message",
		occasion: `${run.id} ${run.position}`,
		key: null,
		locationId: run.locationId,
		detail: { workflow: run.workflow.name, contact: contactName(run.contact), message },
	});
