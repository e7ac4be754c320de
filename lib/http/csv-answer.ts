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

/**
 * The answer to a request for a file: that of `work`, or why there is none, as `say` says it to whoever asked. Another site's
 * link does not start a download.
 */
export async function answerDownload(
	request: Request,
	say: (english: string) => string,
	openFrom: string,
	work: () => Promise<Response>,
): Promise<Response> {
	if (isForeignLink(request)) return noFile(say(openFrom), ERRORS.forbidden.status);
	try {
		return await work();
	} catch (error) {
		if (error instanceof AppError) return noFile(say(error.detail), ERRORS[error.code].status);
		throw error;
	}
}

const noFile = (why: string, status: number) =>
	new Response(why, { status, headers: { "Cache-Control": "no-store" } });

function isForeignLink(request: Request) {
	const site = request.headers.get("sec-fetch-site");
	return site !== null && site !== "same-origin" && site !== "none";
}
