import { z } from "zod";
import { Id } from "../ids.ts";
import { multiLine, singleLine } from "../text.ts";
import {
	FIELD_TYPES,
	FORM_FIELDS_MAX,
	FORM_NAME_MAX,
	isSavedField,
	LABEL_MAX,
	SAVED_FIELDS,
	type SavedField,
	THANKS_MAX,
	TRAP,
} from "./form-parts.ts";
import { webAddress } from "./web-address.ts";

const OPTIONS_MAX = 50;
const OPTION_MAX = 100;

const FieldName = z
	.string()
	.regex(/^[a-z][a-z0-9_]{0,59}$/, { error: "A field's name has lower-case letters, digits and _." })
	.refine((name) => name !== TRAP, { error: `${TRAP} is kept for programs that send forms to everybody.` });

/** One question of a form. */
export const FormField = z
	.strictObject({
		/** What the answer is sent as. */
		name: FieldName,
		label: singleLine(LABEL_MAX, "The question"),
		type: z.enum(FIELD_TYPES, { error: "Choose what kind of answer it takes." }),
		required: z.boolean(),
		options: z
			.array(singleLine(OPTION_MAX, "A choice"))
			.max(OPTIONS_MAX, { error: `A question may have up to ${OPTIONS_MAX} choices.` })
			.transform((options) => [...new Set(options)]),
		/** The contact's field that the answer goes to, or the id of a custom field; null keeps it with the submission alone. */
		savesTo: z.union([z.enum(Object.keys(SAVED_FIELDS) as SavedField[]), Id]).nullable(),
	})
	.superRefine(({ label, type, options, savesTo }, context) => {
		const wrong = (path: string, message: string) =>
			context.addIssue({ code: "custom", path: [path], message });
		if (type === "choice" && options.length === 0) wrong("options", `"${label}" needs at least one choice.`);
		if (type !== "choice" && options.length > 0) wrong("options", `"${label}" takes no choices.`);
		if (savesTo !== null && isSavedField(savesTo) && SAVED_FIELDS[savesTo] !== type)
			wrong("type", `"${label}" cannot be kept there: the answer is of another kind.`);
	});
export type FormField = z.output<typeof FormField>;

const FieldList = z
	.array(FormField)
	.min(1, { error: "A form asks at least one question." })
	.max(FORM_FIELDS_MAX, { error: `A form may ask up to ${FORM_FIELDS_MAX} questions.` })
	.superRefine((fields, context) => {
		const once = (values: (string | null)[], message: string) => {
			const given = values.filter((value) => value !== null);
			if (new Set(given).size < given.length) context.addIssue({ code: "custom", message });
		};
		once(
			fields.map(({ name }) => name),
			"Two questions have the same name.",
		);
		once(
			fields.map(({ savesTo }) => savesTo),
			"Two questions are kept in the same field of the contact.",
		);
	});

/** What is stored of a form's questions. */
export const StoredFields = z.array(FormField);

/** A form from outside. */
export const FormFields = z.strictObject({
	name: singleLine(FORM_NAME_MAX, "The name"),
	fields: FieldList,
	submitLabel: singleLine(40, "The button's text"),
	thanks: multiLine(THANKS_MAX, "The thanks"),
	redirectTo: webAddress("The address to go on to").nullable(),
	enabled: z.boolean(),
});
export type FormFields = z.output<typeof FormFields>;

/** `version` is the one that the editor saw. */
export const FormEdit = FormFields.extend({ formId: Id, version: z.int().min(1) });
export type FormEdit = z.output<typeof FormEdit>;

export const DEFAULT_THANKS = "Thank you. We have got your answers.";

/** A form in a list. Instants are ISO 8601. */
export type FormSummary = {
	id: string;
	locationId: string;
	name: string;
	enabled: boolean;
	submissions: number;
	lastSubmissionAt: string | null;
	createdAt: string;
	updatedAt: string;
};

export type FormDetail = FormFields & {
	id: string;
	locationId: string;
	createdAt: string;
	updatedAt: string;
	version: number;
};

/** What visitors are shown. */
export type PublicForm = Pick<
	FormDetail,
	"id" | "name" | "fields" | "submitLabel" | "thanks" | "redirectTo" | "enabled"
>;

export type SubmissionPage = { url: string | null; client: string };

/** What somebody sent by a form. */
export type SubmissionSummary = {
	id: string;
	formId: string;
	formName: string;
	contact: { id: string; name: string } | null;
	name: string | null;
	email: string | null;
	/** By the question's name. */
	answers: Record<string, string>;
	page: SubmissionPage;
	createdAt: string;
};
