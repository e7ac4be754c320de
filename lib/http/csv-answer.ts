import { pipeline, Readable } from "node:stream";
import { stringify } from "csv-stringify";
import { log } from "#lib/config/log.ts";
import { AppError, ERRORS } from "#lib/core/errors.ts";

/**
 * A file of comma-separated values, sent while its rows are read: no more than a few are in memory at once. Cells that a
 * spreadsheet would take for formulas are made plain text. When reading fails, the download breaks off.
 */
export function csvAnswer<Column extends string>(
	fileName: string,
	columns: Record<Column, string>,
	rows: AsyncIterable<Record<Column, string>>,
): Response {
	const csv = stringify({
		header: true,
		columns,
		escape_formulas: true,
		record_delimiter: "windows",
		quote_record_delimiter: true,
	});
	pipeline(Readable.from(rows), csv, (error) => {
		if (error && error.code !== "ERR_STREAM_PREMATURE_CLOSE") log().error({ err: error }, "export broke off");
	});
	return new Response(Readable.toWeb(csv) as ReadableStream, {
		headers: {
			"Content-Type": "text/csv; charset=utf-8; header=present",
			"Content-Disposition": `attachment; filename="${fileName}"`,
			"Cache-Control": "no-store",
		},
	});
}

/** The answer to a request for a file: that of `work`, or why there is none. Another site's link does not start a download. */
export async function answerDownload(
	request: Request,
	openFrom: string,
	work: () => Promise<Response>,
): Promise<Response> {
	const foreign = refuseForeignLink(request, openFrom);
	if (foreign) return foreign;
	try {
		return await work();
	} catch (error) {
		if (error instanceof AppError) return refused(error);
		throw error;
	}
}

const refused = ({ code, detail }: AppError) =>
	new Response(detail, { status: ERRORS[code].status, headers: { "Cache-Control": "no-store" } });

/** The answer to a download that another site's link started; null when it was not. */
function refuseForeignLink(request: Request, openFrom: string): Response | null {
	const site = request.headers.get("sec-fetch-site");
	if (site === null || site === "same-origin" || site === "none") return null;
	return new Response(openFrom, { status: 403, headers: { "Cache-Control": "no-store" } });
}
