import type { FieldError } from "../errors.ts";

type Say = (english: string) => string;

type Refusal = { message: string; fields: readonly FieldError[] };

/** A refusal as `say` says it. A message that joins what is said of the fields joins them anew. */
export function refusalIn<Given extends Refusal>(say: Say, refusal: Given) {
	const fields = fieldsIn(say, refusal.fields);
	const isJoined = fields.length > 1 && joined(refusal.fields) === refusal.message;
	return { ...refusal, fields, message: isJoined ? joined(fields) : say(refusal.message) };
}

/** What is wrong with fields, as `say` says it. */
export const fieldsIn = (say: Say, fields: readonly FieldError[]): FieldError[] =>
	fields.map(({ field, message }) => ({ field, message: say(message) }));

const joined = (fields: readonly FieldError[]) => fields.map(({ message }) => message).join(" ");
