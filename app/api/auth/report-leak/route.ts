import { seeOther } from "#lib/http/local-redirect.ts";
import { takeLeakReport } from "#lib/http/take-leak-report.ts";

/** Takes the form of the page for people who found a key in public. */
export async function POST(request: Request) {
	const form = new URLSearchParams(await request.text());
	const address = request.headers.get("x-latchkey-address") ?? "";
	const report = { found: form.get("found") ?? "", where: form.get("where") ?? "" };
	const outcome = await takeLeakReport(report, address);
	return seeOther(outcome === "done" ? "/report-leak/thanks" : `/report-leak?state=${outcome}`);
}
