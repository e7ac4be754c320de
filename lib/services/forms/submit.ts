import { checkAnswers, isTrapped, type SentAnswers } from "#lib/core/crm/form-answers.ts";
import { DEFAULT_THANKS, type SubmissionPage } from "#lib/core/crm/form-fields.ts";
import { AppError, type FieldError, notFound } from "#lib/core/errors.ts";
import { newId } from "#lib/core/ids.ts";
import type { Database, Tx } from "#lib/data/client.ts";
import { insertSubmission } from "#lib/data/form-submissions.ts";
import { type FormFacts, keepForm } from "#lib/data/forms.ts";
import { transactAs } from "#lib/data/transaction.ts";
import { saveContact } from "../contacts/save.ts";
import { startWorkflows } from "../workflows/start.ts";
import { contactFrom } from "./contact-from.ts";
import { withPublicForm } from "./find-public.ts";

type Submission = { formId: string; sent: SentAnswers; page: SubmissionPage };

/**
 * Takes what a visitor sends by a form: makes or changes a contact, keeps the answers, starts what waits for them, all or
 * nothing. Who sends may be anybody, so nothing is told of what is known already.
 */
export async function submitForm(database: Database, { formId, sent, page }: Submission, now: Date) {
	const done = await transactAs(database, {}, (tx) =>
		withPublicForm(tx, formId, keepForm, async ({ agencyId, form }) => {
			if (!form.enabled) throw new AppError("conflict", "This form takes no answers at the moment.");
			const checked = checkAnswers(form.fields, sent);
			if ("errors" in checked) throw refusal(checked.errors);
			// Whoever fell into the trap is told nothing of it.
			if (!isTrapped(sent)) await keep(tx, { agencyId, now }, form, { answers: checked.answers, page });
			return { id: form.id, thanks: form.thanks || DEFAULT_THANKS, redirectTo: form.redirectTo };
		}),
	);
	if (!done) throw notFound();
	return done;
}

type Kept = { answers: Record<string, string>; page: SubmissionPage };

async function keep(
	tx: Tx,
	ctx: { agencyId: string; now: Date },
	{ id: formId, locationId, fields }: FormFacts,
	{ answers, page }: Kept,
) {
	const place = { agencyId: ctx.agencyId, locationId };
	const read = await contactFrom(tx, place, fields, answers);
	if ("errors" in read) throw refusal(read.errors);
	const { name, email, change } = read;
	const contactId = change && (await saveContact(tx, ctx, locationId, change, "upsert")).contact.id;
	const id = newId();
	const submission = { id, locationId, formId, contactId, name, email, answers, page };
	await insertSubmission(tx, ctx.agencyId, submission, ctx.now);
	if (contactId === null) return;
	const trigger = { kind: "form_submitted", formId } as const;
	await startWorkflows(tx, ctx, { locationId, trigger, contactId, occasion: `submission:${id}` });
}

const refusal = (fields: FieldError[]) =>
	new AppError("invalid_input", fields.map(({ message }) => message).join(" "), { fields });
