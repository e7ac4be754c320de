import { z } from "zod";
import type { FieldError } from "../errors.ts";
import { Email } from "../people/email.ts";
import { IN_PLAIN_WORDS } from "../plain-issues.ts";
import { multiLine, singleLine } from "../text.ts";
import { Day } from "./day.ts";
import type { FormField } from "./form-fields.ts";
import { TICKED, TRAP } from "./form-parts.ts";
import { DialledPhone } from "./phone.ts";

const LINE_MAX = 500;
const PARAGRAPH_MAX = 5_000;

const Answer = z.union([z.string(), z.number(), z.boolean()]).transform(String);

/** Answers by the question's name, as programs send them. What no question asks for is left out. */
export const SentAnswers = z.record(z.string().max(100), z.unknown());
export type SentAnswers = z.output<typeof SentAnswers>;

/** Whether something is in the field that people do not see. */
export const isTrapped = ({ [TRAP]: filled = "" }: SentAnswers) => filled !== "" && filled !== null;

/** A comma before three digits may be there for thousands as well as for decimals. */
const NUMBER = /^-?\d{1,15}(?:\.\d{1,6}|,(?!\d{3}$)\d{1,6})?$/;

function schemaOf({ label, type, options }: FormField): z.ZodType<string, string> {
	const line = singleLine(LINE_MAX, label);
	switch (type) {
		case "text":
			return line;
		case "phone":
			return DialledPhone;
		case "paragraph":
			return multiLine(PARAGRAPH_MAX, label);
		case "email":
			return line.refine((text) => Email.safeParse(text).success, {
				error: `${label}: enter an e-mail address, such as name@example.com.`,
			});
		case "number":
			return line
				.refine((text) => NUMBER.test(text), { error: `${label}: enter a number, such as 1250.50.` })
				.transform((text) => text.replace(",", "."));
		case "date":
			return Day;
		case "choice":
			return line.refine((text) => options.includes(text), { error: `${label}: choose one of the answers.` });
		case "checkbox":
			return z.string().transform(() => TICKED);
	}
}

/** Ways to say that a box is not ticked, as programs know them. */
const UNTICKED = ["", "false", "0", "no", "off"];

const isBlank = ({ type }: FormField, text: string) =>
	type === "checkbox" ? UNTICKED.includes(text.trim().toLowerCase()) : text.trim() === "";

/** A label is named in a sentence without the signs that it ends with. */
const LAST_SIGNS = /[\s.:;!?]+$/;

type Checked = { answers: Record<string, string> } | { errors: FieldError[] };

/** The answers to a form's questions as they are stored, without those left blank; or what is wrong with them. */
export function checkAnswers(fields: readonly FormField[], sent: SentAnswers): Checked {
	const answers = new Map<string, string>();
	const errors: FieldError[] = [];
	for (const asked of fields) {
		const field = { ...asked, label: asked.label.replace(LAST_SIGNS, "") };
		const given = Object.hasOwn(sent, field.name) ? sent[field.name] : null;
		const text = Answer.safeParse(given ?? "");
		if (!text.success)
			errors.push({ field: field.name, message: `${field.label}: send one answer as text.` });
		else if (isBlank(field, text.data)) {
			if (field.required) errors.push({ field: field.name, message: missing(field) });
		} else {
			const parsed = schemaOf(field).safeParse(text.data, IN_PLAIN_WORDS);
			if (parsed.success) answers.set(field.name, parsed.data);
			else errors.push({ field: field.name, message: parsed.error.issues[0]?.message ?? "" });
		}
	}
	return errors.length > 0 ? { errors } : { answers: Object.fromEntries(answers) };
}

const missing = ({ label, type }: FormField) =>
	type === "checkbox" ? `${label}: this has to be ticked.` : `${label} is required.`;
