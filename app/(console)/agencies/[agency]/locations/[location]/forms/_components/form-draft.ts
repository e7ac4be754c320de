import type { CustomField, DataType } from "#lib/core/crm/custom-fields.ts";
import type { FormDetail } from "#lib/core/crm/form-fields.ts";
import {
	type FieldType,
	isSavedField,
	SAVED_FIELDS,
	type SavedField,
	TRAP,
} from "#lib/core/crm/form-parts.ts";

/** A question while it is edited. */
export type QuestionDraft = {
	/** Tells it from the others on this screen; the server and the browser count alike. */
	key: number;
	/** What its answer is sent as; null until it is saved for the first time. */
	name: string | null;
	label: string;
	type: FieldType;
	required: boolean;
	/** One a line. */
	options: string;
	savesTo: string | null;
};

export type FormDraft = {
	name: string;
	questions: QuestionDraft[];
	submitLabel: string;
	thanks: string;
	redirectTo: string;
	enabled: boolean;
};

/** What people call the contact's own fields. */
type Words = (field: SavedField) => string;

/** The kinds of answers that custom fields take. */
const CUSTOM_TYPES: Record<DataType, FieldType> = {
	TEXT: "text",
	LARGE_TEXT: "paragraph",
	NUMERICAL: "number",
	MONETORY: "number",
	PHONE: "phone",
	DATE: "date",
	SINGLE_OPTIONS: "choice",
	MULTIPLE_OPTIONS: "choice",
	CHECKBOX: "choice",
};

const asked = (key: number, savesTo: SavedField, words: Words): QuestionDraft => ({
	key,
	name: null,
	label: words(savesTo),
	type: SAVED_FIELDS[savesTo],
	required: true,
	options: "",
	savesTo,
});

export const blankQuestion = (questions: readonly QuestionDraft[]): QuestionDraft => ({
	key: Math.max(0, ...questions.map(({ key }) => key)) + 1,
	name: null,
	label: "",
	type: "text",
	required: false,
	options: "",
	savesTo: null,
});

/** What a new form begins with. Its words are the form's from then on, and may be changed like any others. */
export const newForm = (words: Words, submitLabel: string): FormDraft => ({
	name: "",
	questions: [asked(1, "firstName", words), asked(2, "email", words)],
	submitLabel,
	thanks: "",
	redirectTo: "",
	enabled: true,
});

export const draftOf = (form: FormDetail): FormDraft => ({
	name: form.name,
	questions: form.fields.map(({ options, ...field }, index) => ({
		...field,
		key: index + 1,
		options: options.join("\n"),
	})),
	submitLabel: form.submitLabel,
	thanks: form.thanks,
	redirectTo: form.redirectTo ?? "",
	enabled: form.enabled,
});

/** What follows from where an answer is kept: its kind, its choices, and a first wording. */
export function keptIn(
	savesTo: string | null,
	{ label }: QuestionDraft,
	customFields: readonly CustomField[],
	words: Words,
): Partial<QuestionDraft> {
	if (savesTo === null) return { savesTo };
	if (isSavedField(savesTo)) {
		return { savesTo, type: SAVED_FIELDS[savesTo], options: "", label: label || words(savesTo) };
	}
	const field = customFields.find(({ id }) => id === savesTo);
	if (!field) return { savesTo };
	const type = CUSTOM_TYPES[field.dataType];
	const options = type === "choice" ? field.options.join("\n") : "";
	return { savesTo, type, options, label: label || field.name };
}

/** The draft as the action takes it. */
export const toFields = ({ questions, redirectTo, ...draft }: FormDraft) => ({
	...draft,
	redirectTo: redirectTo.trim() === "" ? null : redirectTo,
	fields: named(questions),
});

function named(questions: readonly QuestionDraft[]) {
	const taken = new Set([TRAP, ...questions.map(({ name }) => name)]);
	return questions.map(({ key: _, options, ...question }) => {
		const name = question.name ?? freeName(question, taken);
		taken.add(name);
		const lines = options
			.split("\n")
			.map((line) => line.trim())
			.filter((line) => line !== "");
		return { ...question, name, options: question.type === "choice" ? lines : [] };
	});
}

const NAME_MAX = 50;

/** A name that answers can be sent as, made of the field that keeps it or of the question's words. */
function freeName(
	{ savesTo, label }: Pick<QuestionDraft, "savesTo" | "label">,
	taken: ReadonlySet<string | null>,
) {
	const words =
		savesTo !== null && isSavedField(savesTo) ? savesTo.replace(/[A-Z]/g, (letter) => `_${letter}`) : label;
	const plain = words
		.normalize("NFKD")
		.toLowerCase()
		.replace(/\p{M}/gu, "")
		.replace(/[^a-z0-9]+/g, "_")
		.replace(/^[^a-z]+|_$/g, "")
		.slice(0, NAME_MAX);
	const base = plain === "" ? "question" : plain;
	let name = base;
	for (let number = 2; taken.has(name); number++) name = `${base}_${number}`;
	return name;
}
