import { recordingRefusals } from "#lib/actions/recording-refusals.ts";
import type { Context } from "#lib/auth/require-context.ts";
import { auditLabel, auditSubjectLabel } from "#lib/core/audit-labels.ts";
import { AppError, ERRORS } from "#lib/core/errors.ts";
import { csvAnswer } from "#lib/http/csv-answer.ts";
import { exportAudit } from "#lib/services/audit/export.ts";
import type { AuditEntry, AuditFilters } from "#lib/services/audit/list.ts";

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

/** The answer to a request for the log as a file. Another site's link does not start an export. */
export async function auditCsv(request: Request, ctx: Context, filters: AuditFilters, name: string) {
	const site = request.headers.get("sec-fetch-site");
	if (site !== null && site !== "same-origin" && site !== "none") {
		return refused(new AppError("forbidden", "Open the audit log and export it from there."));
	}
	try {
		const entries = await recordingRefusals(ctx, filters.placeId, () => exportAudit(ctx, filters));
		const day = ctx.now.toISOString().slice(0, 10);
		return csvAnswer(`audit-log-${name}-${day}.csv`, COLUMNS, cells(entries));
	} catch (error) {
		if (error instanceof AppError) return refused(error);
		throw error;
	}
}

const refused = ({ code, detail }: AppError) =>
	new Response(detail, { status: ERRORS[code].status, headers: { "Cache-Control": "no-store" } });

async function* cells(entries: AsyncIterable<AuditEntry>) {
	for await (const entry of entries) {
		yield {
			number: entry.seq,
			at: entry.at,
			who: entry.actor.name,
			whoKind: entry.actor.kind,
			what: auditLabel(entry.action),
			action: entry.action,
			subjectKind: auditSubjectLabel(entry.subject.kind),
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
