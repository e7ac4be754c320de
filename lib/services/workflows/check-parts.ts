import { CONTACT_TEXT_FIELDS } from "#lib/core/crm/contact-fields.ts";
import type { Step, Trigger } from "#lib/core/crm/workflow-steps.ts";
import { AppError, type FieldError } from "#lib/core/errors.ts";
import type { Tx } from "#lib/data/client.ts";
import { hasForm, hasLink, listCustomFieldIds } from "#lib/data/workflows.ts";
import { refuseClosedUrl } from "../webhooks/check-url.ts";

type Place = { agencyId: string; locationId: string };
type Parts = { trigger: Trigger; steps: readonly Step[] };

/** Refuses a workflow that names what its location does not have, or calls where nothing would ever be sent. */
export async function refuseUnknownParts(tx: Tx, place: Place, { trigger, steps }: Parts) {
	const errors = [
		...(await errorsOfTrigger(tx, place, trigger)),
		...(await errorsOfFields(tx, place, steps)),
		...steps.flatMap(errorsOfCall),
	];
	const [first] = errors;
	if (first) throw new AppError("invalid_input", first.message, { fields: errors });
}

async function errorsOfTrigger(
	tx: Tx,
	{ agencyId, locationId }: Place,
	trigger: Trigger,
): Promise<FieldError[]> {
	if (trigger.kind === "form_submitted" && !(await hasForm(tx, agencyId, locationId, trigger.formId)))
		return [{ field: "trigger", message: "Choose a form of this location." }];
	if (trigger.kind === "link_clicked" && !(await hasLink(tx, agencyId, locationId, trigger.linkId)))
		return [{ field: "trigger", message: "Choose a trigger link of this location." }];
	return [];
}

async function errorsOfFields(tx: Tx, place: Place, steps: readonly Step[]): Promise<FieldError[]> {
	const own: readonly string[] = CONTACT_TEXT_FIELDS;
	const named = steps.flatMap((step, index) =>
		step.kind === "update_field" && !own.includes(step.field) ? [{ field: step.field, index }] : [],
	);
	if (named.length === 0) return [];
	const custom = await listCustomFieldIds(tx, place.agencyId, place.locationId);
	return named
		.filter(({ field }) => !custom.has(field))
		.map(({ index }) => ({
			field: stepField(index),
			message: "Choose a field of this location's contacts.",
		}));
}

function errorsOfCall(step: Step, index: number): FieldError[] {
	if (step.kind !== "call_webhook") return [];
	try {
		refuseClosedUrl(step.url);
		return [];
	} catch (error) {
		if (!(error instanceof AppError)) throw error;
		return [{ field: stepField(index), message: error.detail }];
	}
}

const stepField = (index: number) => `steps.${index}`;
