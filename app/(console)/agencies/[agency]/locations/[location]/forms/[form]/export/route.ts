import { sayer } from "#components/texts/texts-of.ts";
import type { FormDetail, SubmissionSummary } from "#lib/core/crm/form-fields.ts";
import { answerDownload, csvAnswer } from "#lib/http/csv-answer.ts";
import { exportSubmissions } from "#lib/services/forms/list-submissions.ts";
import { requireFormAt } from "../find-form.ts";

/** All that was sent by a form, as a file. */
export async function GET(
	request: Request,
	{ params }: RouteContext<"/agencies/[agency]/locations/[location]/forms/[form]/export">,
) {
	const { ctx, form, location } = await requireFormAt(await params);
	return answerDownload(
		request,
		await sayer(),
		"Open the form and export its submissions from there.",
		async () => {
			const rows = await exportSubmissions(ctx, { locationId: location.id, formId: form.id });
			const day = ctx.now.toISOString().slice(0, 10);
			return csvAnswer(`submissions-${form.id}-${day}.csv`, columnsOf(form), cells(form, rows));
		},
	);
}

/** Answers stand under numbers, so that no question can have the name of another column. */
const columnsOf = ({ fields }: FormDetail): Record<string, string> => ({
	at: "Time (UTC)",
	contactId: "Contact id",
	page: "Sent from",
	id: "Submission id",
	...Object.fromEntries(fields.map(({ label }, index) => [`answer ${index}`, label])),
	rest: "Answers to questions that are not asked any more",
});

async function* cells({ fields }: FormDetail, rows: AsyncIterable<SubmissionSummary>) {
	for await (const { id, createdAt, contact, page, answers } of rows) {
		const given = new Map(Object.entries(answers));
		const named = fields.map(({ name }, index) => [`answer ${index}`, given.get(name) ?? ""]);
		for (const { name } of fields) given.delete(name);
		yield {
			at: createdAt,
			contactId: contact?.id ?? "",
			page: page.url ?? "",
			id,
			...Object.fromEntries(named),
			rest: [...given].map(([name, answer]) => `${name}: ${answer}`).join("\n"),
		};
	}
}
