import { SubmissionPageQuery } from "#lib/contracts/form.ts";
import { FormList, presentSubmissionV1, SubmissionList } from "#lib/contracts/v1/forms.ts";
import { FORMS_MAX } from "#lib/core/crm/form-parts.ts";
import { listForms } from "#lib/services/forms/list.ts";
import { type Route, route } from "../route.ts";
import { readSubmissionPage } from "../submission-pages.ts";

const dialect = "v1";
const tag = "Forms";

export const FORM_ROUTES_V1: readonly Route[] = [
	route({
		dialect,
		method: "GET",
		path: "/api/v1/forms",
		operationId: "listForms",
		tag,
		summary: "List forms",
		scopes: ["forms.readonly"],
		location: "needed",
		answers: { 200: FormList },
		async handle({ ctx, locationId }) {
			const { rows } = await listForms(ctx, { locationId, search: "", offset: 0, limit: FORMS_MAX });
			return { status: 200, body: { forms: rows.map(({ id, name }) => ({ id, name })) } };
		},
	}),
	route({
		dialect,
		method: "GET",
		path: "/api/v1/forms/submissions",
		operationId: "listFormSubmissions",
		tag,
		summary: "List what was sent by forms",
		scopes: ["forms.readonly"],
		location: "needed",
		query: SubmissionPageQuery,
		answers: { 200: SubmissionList },
		async handle(caller, { query }) {
			const { rows, meta } = await readSubmissionPage(caller, query);
			return { status: 200, body: { submissions: rows.map(presentSubmissionV1), meta } };
		},
	}),
];
