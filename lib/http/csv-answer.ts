import { pipeline, Readable } from "node:stream";
import { stringify } from "csv-stringify";
import { log } from "#lib/config/log.ts";

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
