import { z } from "zod";
import { Id } from "../ids.ts";
import { multiLine, singleLine } from "../text.ts";
import { webAddress } from "./web-address.ts";

/** How many forms a location may have. */
export const FORMS_MAX = 200;
export const FORM_FIELDS_MAX = 40;
export const FORM_NAME_MAX = 100;
export const LABEL_MAX = 120;
const OPTIONS_MAX = 50;
const OPTION_MAX = 100;
export const THANKS_MAX = 1_000;

export const FIELD_TYPES = [
	"text",
	"paragraph",
	"email",
	"phone",
	"number",
	"date",
	"choice",
	"checkbox",
] as const;
export type FieldType = (typeof FIELD_TYPES)[number];

/** The contact's own fields that a form may ask for, each with the type that fits. */
export const SAVED_FIELDS = {
	firstName: "text",
	lastName: "text",
	email: "email",
	phone: "phone",
	companyName: "text",
	address1: "text",
	city: "text",
	state: "text",
	country: "text",
	postalCode: "text",
	website: "text",
	dateOfBirth: "date",
} as const satisfies Record<string, FieldType>;
export type SavedField = keyof typeof SAVED_FIELDS;
export const isSavedField = (text: string): text is SavedField => Object.hasOwn(SAVED_FIELDS, text);

/** Filled by programs that fill whatever they find; people do not see it. */
export const TRAP = "homepage_url";

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

export const formPath = (formId: string) => `/f/${formId}`;

/** The form that a path of a public form names; null for any other path. */
const FORM_PATH = /^\/f\/([0-9a-fA-F-]{36})\/?$/;
export const formIdIn = (path: string) => Id.safeParse(FORM_PATH.exec(path)?.[1]).data ?? null;

const THANKS_PATH = /^\/f\/[0-9a-fA-F-]{36}\/thanks\/?$/;
export const isThanksPath = (path: string) => THANKS_PATH.test(path);

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
