import { ContactChange } from "#lib/core/crm/contact-fields.ts";
import { CONTACT_TEXT_FIELDS } from "#lib/core/crm/contact-text-fields.ts";
import type { CustomField } from "#lib/core/crm/custom-fields.ts";
import { checkCustomValue } from "#lib/core/crm/custom-values.ts";
import { type CountryCode, withCountryCode } from "#lib/core/crm/phone-country.ts";
import type { Step, Trigger } from "#lib/core/crm/workflow-steps.ts";
import { AppError, type FieldError } from "#lib/core/errors.ts";
import { IN_PLAIN_WORDS } from "#lib/core/plain-issues.ts";
import type { Tx } from "#lib/data/client.ts";
import { listCustomFieldRows } from "#lib/data/custom-fields.ts";
import { findPhoneCountry } from "#lib/data/location-profiles.ts";
import { hasForm, hasLink } from "#lib/data/workflows.ts";
import { refuseClosedUrl } from "../webhooks/check-url.ts";

type Place = { agencyId: string; locationId: string };
type FieldStep = Extract<Step, { kind: "update_field" }>;
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

/** Also refuses values that no contact could take: every run would end there. */
async function errorsOfFields(tx: Tx, place: Place, steps: readonly Step[]): Promise<FieldError[]> {
	const custom = new Map((await listCustomFieldRows(tx, place)).map((field) => [field.id, field]));
	const country = await findPhoneCountry(tx, place);
	return steps.flatMap((step, index) => {
		const message = step.kind === "update_field" ? problemOf(step, custom.get(step.field), country) : null;
		return message === null ? [] : [{ field: stepField(index), message }];
	});
}

function problemOf(
	{ field, value }: FieldStep,
	custom: CustomField | undefined,
	country: CountryCode | null,
): string | null {
	const own: readonly string[] = CONTACT_TEXT_FIELDS;
	if (own.includes(field)) {
		const { data, error } = ContactChange.safeParse({ [field]: value }, IN_PLAIN_WORDS);
		if (error) return error.issues[0]?.message ?? "This value does not fit.";
		const phone = data.phone ? withCountryCode(data.phone, country) : null;
		return phone && "message" in phone ? phone.message : null;
	}
	if (!custom) return "Choose a field of this location's contacts.";
	const checked = checkCustomValue(custom, value, country);
	return "message" in checked ? checked.message : null;
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
