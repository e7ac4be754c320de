import type { Refusal } from "#components/actions/use-action.ts";

/** What a refusal says about one field. */
export const messageAt = (refusal: Refusal | null, field: string) =>
	refusal?.fields.find((one) => one.field === field)?.message;
