import { z } from "zod";
import type { Problem } from "../problem.ts";

const Meta = z.strictObject({ requestId: z.string() }).meta({ id: "UnkeyMeta" });

const Pagination = z
	.strictObject({ cursor: z.string().optional(), hasMore: z.boolean() })
	.meta({ id: "UnkeyPagination" });

/** What every good answer of the dialect is wrapped in. */
export const enveloped = <Data extends z.ZodType>(data: Data) => z.strictObject({ meta: Meta, data });

/** {@link enveloped} for a page of a list. */
export const envelopedPage = <Data extends z.ZodType>(data: Data) =>
	z.strictObject({ meta: Meta, data: z.array(data), pagination: Pagination });

/** Members that are there only when they say something. */
export const Nothing = z.strictObject({}).meta({ id: "UnkeyNothing" });

/** What the dialect calls the fields of a key. */
const FIELDS: Record<string, string> = {
	title: "name",
	expiresAt: "expires",
	scopes: "permissions",
	role: "roles",
	rateLimit: "ratelimits",
	locationId: "apiId",
	refill: "credits.refill",
};

/** Statuses of ours that clients of the dialect know by another. */
const STATUSES: Record<number, number> = { 415: 400, 422: 400 };

/** The type that clients of the dialect read a refusal under: they know this one by another. */
export const refusalTypeOf = (status: number) =>
	status === 429 ? "application/problem+json" : "application/json";

/** The status that clients of the dialect know a refusal by. */
export const refusalStatusOf = (status: number) => STATUSES[status] ?? status;

/** A refusal as the dialect puts it, with the same words. Where no key is kept, fields have their own names already. */
export function presentRefusal(problem: Omit<Problem, "code"> & { type: string }, fields = FIELDS) {
	const status = refusalStatusOf(problem.status);
	const { title, detail, type, requestId, errors = [] } = problem;
	const named = errors.map(({ field, message }) => ({ location: `body.${fields[field] ?? field}`, message }));
	return {
		status,
		contentType: refusalTypeOf(status),
		body: {
			meta: { requestId },
			error: { title, detail, status, type, ...(status === 400 && { errors: named }) },
		},
	};
}
