import type { Translator } from "#components/texts/translator.ts";
import { fieldWords } from "./audit-words.ts";

type T = Translator<"audit">;
type Facts = Readonly<Record<string, unknown>>;

export type EventChange = { field: string; before: string | null; after: string | null };

/**
 * What an event changed, field by field: null stands for what was not there at all. Fields that stayed as they were are
 * only counted.
 */
export function eventChanges(t: T, before: Facts | null, after: Facts | null) {
	const fields = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
	const changes = fields
		.map((field) => ({ field, was: before?.[field], is: after?.[field] }))
		.filter(({ was, is }) => JSON.stringify(was) !== JSON.stringify(is))
		.map(
			({ field, was, is }): EventChange => ({
				field: fieldWords(t, field),
				before: text(t, was),
				after: text(t, is),
			}),
		);
	return { changes, unchanged: fields.length - changes.length };
}

function text(t: T, value: unknown): string | null {
	if (value === undefined) return null;
	if (value === null) return t("values.none");
	if (value === true) return t("values.yes");
	if (value === false) return t("values.no");
	if (value === "") return t("values.empty");
	if (Array.isArray(value)) {
		return value.length === 0 ? t("values.nothing") : value.map((one) => text(t, one)).join(", ");
	}
	return typeof value === "object" ? JSON.stringify(value) : String(value);
}
