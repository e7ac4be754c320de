import type { PublicForm } from "#lib/core/crm/form-fields.ts";
import type { Database, Tx } from "#lib/data/client.ts";
import { type FormFacts, findForm, findFormPlace } from "#lib/data/forms.ts";
import { lookAs, transactAs } from "#lib/data/transaction.ts";

type Found = { agencyId: string; form: FormFacts };

/** Runs `work` with a form that anybody may fill, as its agency; null when there is none, whyever. */
export async function withPublicForm<T>(
	tx: Tx,
	formId: string,
	find: typeof findForm,
	work: (found: Found) => Promise<T>,
): Promise<T | null> {
	const place = await findFormPlace(tx, formId);
	if (!place) return null;
	const { agencyId } = place;
	return lookAs(tx, { agencyId }, async () => {
		const form = await find(tx, agencyId, formId);
		return form && work({ agencyId, form });
	});
}

/** What visitors are shown of a form; null when there is none, or its place is suspended or gone. */
export const findPublicForm = (
	database: Database,
	{ formId }: { formId: string },
): Promise<PublicForm | null> =>
	transactAs(database, {}, (tx) =>
		withPublicForm(tx, formId, findForm, async ({ form }) => {
			const { id, name, fields, submitLabel, thanks, redirectTo, enabled } = form;
			return { id, name, fields, submitLabel, thanks, redirectTo, enabled };
		}),
	);
