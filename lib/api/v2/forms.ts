import { z } from "zod";
import { SubmissionPageQuery } from "#lib/contracts/form.ts";
import { skipAndLimit } from "#lib/contracts/paging.ts";
import { FormList, presentSubmissionV2, SubmissionList } from "#lib/contracts/v2/forms.ts";
import { listForms } from "#lib/services/forms/list.ts";
import { type Route, route } from "../route.ts";
import { readSubmissionPage } from "../submission-pages.ts";

const dialect = "v2";
const tag = "Forms";

export const FORM_ROUTES_V2: readonly Route[] = [
	route({
		dialect,
		method: "GET",
		path: "/api/v2/forms",
		operationId: "getForms",
		tag,
		summary: "List forms",
		scopes: ["forms.readonly"],
		location: "needed",
		query: z.object(skipAndLimit(10)),
		answers: { 200: FormList },
		async handle({ ctx, locationId }, { query: { skip, limit } }) {
			const { rows, total } = await listForms(ctx, { locationId, search: "", offset: skip, limit });
			return { status: 200, body: { forms: rows.map(({ id, name }) => ({ id, name, locationId })), total } };
		},
	}),
	route({
		dialect,
		method: "GET",
		path: "/api/v2/forms/submissions",
		operationId: "getFormsSubmissions",
		tag,
		summary: "List what was sent by forms",
		scopes: ["forms.readonly"],
		location: "needed",
		query: SubmissionPageQuery,
		answers: { 200: SubmissionList },
		async handle(caller, { query }) {
			const { rows, meta } = await readSubmissionPage(caller, query);
			return { status: 200, body: { submissions: rows.map(presentSubmissionV2), meta } };
		},
	}),
];
