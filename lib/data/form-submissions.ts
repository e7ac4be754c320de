import { z } from "zod";
import { type FormField, StoredFields, type SubmissionPage } from "#lib/core/crm/form-fields.ts";
import type { Tx } from "./client.ts";
import { escapeLike } from "./escape-like.ts";

type NewSubmission = {
	id: string;
	locationId: string;
	formId: string;
	contactId: string | null;
	name: string | null;
	email: string | null;
	answers: Record<string, string>;
	page: SubmissionPage;
};

export const insertSubmission = (tx: Tx, agencyId: string, submission: NewSubmission, now: Date) =>
	tx.formSubmission.create({ data: { agencyId, ...submission, createdAt: now }, select: { id: true } });

/** Filters are null when they hide nothing. */
export type SubmissionQuery = {
	locationId: string;
	formId: string | null;
	/** Part of a name or e-mail address, or a contact's or submission's whole id. */
	search: string;
	from: Date | null;
	until: Date | null;
	offset: number;
	limit: number;
};

type Filters = Omit<SubmissionQuery, "offset" | "limit">;

const UUID = z.uuid();

const matching = (agencyId: string, { locationId, formId, search, from, until }: Filters) => ({
	agencyId,
	locationId,
	...(formId !== null && { formId }),
	...((from !== null || until !== null) && {
		createdAt: { ...(from && { gte: from }), ...(until && { lte: until }) },
	}),
	...(search !== "" && {
		OR: [
			{ name: { contains: escapeLike(search), mode: "insensitive" as const } },
			{ email: { contains: escapeLike(search), mode: "insensitive" as const } },
			...(UUID.safeParse(search).success ? [{ id: search }, { contactId: search }] : []),
		],
	}),
});

export const countSubmissions = (tx: Tx, agencyId: string, filters: Filters) =>
	tx.formSubmission.count({ where: matching(agencyId, filters) });

const AnswersRow = z.record(z.string(), z.string());
const PageRow = z.object({ url: z.string().nullable(), client: z.string() });

/** PostgreSQL keeps no order: as the form asks now, what it asks no more behind. */
const inOrder = (answers: Record<string, string>, fields: readonly FormField[]) => {
	const given = new Map(Object.entries(answers));
	const asked = fields.map(({ name }) => name).filter((name) => given.has(name));
	const names = new Set([...asked, ...given.keys()]);
	return Object.fromEntries([...names].map((name) => [name, given.get(name) ?? ""]));
};

export type SubmissionRow = Awaited<ReturnType<typeof listSubmissionRows>>[number];

/** What was sent at a location, the newest first. */
export async function listSubmissionRows(tx: Tx, agencyId: string, query: SubmissionQuery) {
	const rows = await tx.formSubmission.findMany({
		where: matching(agencyId, query),
		select: {
			id: true,
			formId: true,
			name: true,
			email: true,
			answers: true,
			page: true,
			createdAt: true,
			form: { select: { name: true, fields: true } },
			contact: {
				select: {
					id: true,
					firstName: true,
					lastName: true,
					companyName: true,
					email: true,
					phone: true,
				},
			},
		},
		orderBy: [{ createdAt: "desc" }, { id: "desc" }],
		skip: query.offset,
		take: query.limit,
	});
	return rows.map(({ form, ...row }) => ({
		...row,
		formName: form.name,
		answers: inOrder(AnswersRow.parse(row.answers), StoredFields.parse(form.fields)),
		page: PageRow.parse(row.page),
	}));
}
