import { admitLeakReport } from "#lib/auth/throttle.ts";
import { ReportLeakBody } from "#lib/contracts/v2/report-leak.ts";
import { reportLeak } from "#lib/services/keys/report-leak.ts";
import { type Endpoint, json, refusals } from "../endpoint.ts";
import { parseJsonBody } from "../json-body.ts";

/**
 * `POST /api/v2/keys/report-leak`: anybody hands in texts that they found in public. The answer counts what was sent and
 * says nothing of what it was.
 */
export const reportLeakEndpoint: Endpoint = {
	path: "/api/v2/keys/report-leak",
	methods: ["POST"],
	takesBody: true,
	async handle(request, { engine, origin }) {
		const refuse = refusals(origin, request.requestId);
		const waitSeconds = await admitLeakReport(request.address ?? "");
		if (waitSeconds !== null) {
			return refuse(
				"rate_limited",
				"Too many reports came from this network. Nothing of this one was taken.",
				{
					headers: { "Retry-After": String(waitSeconds) },
				},
			);
		}
		const body = parseJsonBody(request, ReportLeakBody, refuse);
		if ("refusal" in body) return body.refusal;
		const { keys, note, url } = body.value;
		await reportLeak(engine.database, { texts: keys, note, url: url ?? null });
		return json(202, { received: keys.length });
	},
};
