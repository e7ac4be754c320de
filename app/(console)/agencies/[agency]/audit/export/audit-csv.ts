import { sayer } from "#components/texts/texts-of.ts";
import { recordingRefusals } from "#lib/actions/recording-refusals.ts";
import type { Context } from "#lib/auth/require-context.ts";
import { englishOf } from "#lib/core/texts/english.ts";
import { answerDownload, csvAnswer } from "#lib/http/csv-answer.ts";
import { exportAudit } from "#lib/services/audit/export.ts";
import type { AuditEntry, AuditFilters } from "#lib/services/audit/list.ts";
import { actionWords, subjectWords } from "../_components/audit-words.ts";

const COLUMNS = {
	number: "Event number",
	at: "Time (UTC)",
	who: "Who",
	whoKind: "Kind of actor",
	what: "What",
	action: "Action",
	subjectKind: "Kind of subject",
	subject: "Subject",
	subjectId: "Subject id",
	location: "Location",
	address: "From address",
	before: "Before",
	after: "After",
	id: "Event id",
};

/** The answer to a request for the log as a file. */
export const auditCsv = async (request: Request, ctx: Context, filters: AuditFilters, name: string) =>
	answerDownload(request, await sayer(), "Open the audit log and export it from there.", async () => {
		const entries = await recordingRefusals(ctx, filters.placeId, () => exportAudit(ctx, filters));
		const day = ctx.now.toISOString().slice(0, 10);
		return csvAnswer(`audit-log-${name}-${day}.csv`, COLUMNS, cells(entries));
	});

async function* cells(entries: AsyncIterable<AuditEntry>) {
	const t = englishOf("audit");
	for await (const entry of entries) {
		yield {
			number: entry.seq,
			at: entry.at,
			who: entry.actor.name,
			whoKind: entry.actor.kind,
			what: actionWords(t, entry.action),
			action: entry.action,
			subjectKind: subjectWords(t, entry.subject.kind),
			subject: entry.subject.name ?? "",
			subjectId: entry.subject.id,
			location: entry.locationName ?? "",
			address: entry.address,
			before: entry.before ? JSON.stringify(entry.before) : "",
			after: entry.after ? JSON.stringify(entry.after) : "",
			id: entry.id,
		};
	}
}
