import { z } from "zod";
import type { SubmissionSummary } from "#lib/core/crm/form-fields.ts";
import { Id } from "#lib/core/ids.ts";
import { askedMoment } from "./moment.ts";
import { countIn } from "./paging.ts";

const DAY = /^\d{4}-\d\d-\d\d$/;
const TIME_ERROR = "Send a day such as 2026-06-23, or a time such as 2026-06-23T03:30:00Z.";

/** A day or a time; of a day, the moment at which it begins or ends in UTC. */
const moment = (ofDay: string) =>
	z
		.string()
		.transform((text) => (DAY.test(text) ? `${text}T${ofDay}Z` : text))
		.pipe(askedMoment(TIME_ERROR));

/** How both dialects ask for what was sent by forms. */
export const SubmissionPageQuery = z.object({
	formId: Id.optional(),
	q: z.string().max(200).default(""),
	startAt: moment("00:00:00.000").optional(),
	endAt: moment("23:59:59.999").optional(),
	page: countIn(1, 100_000).default(1),
	limit: countIn(1, 100).default(20),
});

export const SubmissionMeta = z.object({
	total: z.int(),
	currentPage: z.int(),
	nextPage: z.int().nullable(),
	prevPage: z.int().nullable(),
});

/** Where a page stands among the others. */
export const presentSubmissionMeta = (total: number, { page, limit }: { page: number; limit: number }) => ({
	total,
	currentPage: page,
	nextPage: page * limit < total ? page + 1 : null,
	prevPage: page > 1 ? page - 1 : null,
});

export const submissionShape = {
	id: z.string(),
	contactId: z.string().nullable().describe("Whom it made or changed; null when that contact is deleted."),
	createdAt: z.string(),
	formId: z.string(),
	name: z.string().nullable(),
	email: z.string().nullable(),
};

export const presentSubmission = ({ id, contact, createdAt, formId, name, email }: SubmissionSummary) => ({
	id,
	contactId: contact?.id ?? null,
	createdAt,
	formId,
	name,
	email,
});
