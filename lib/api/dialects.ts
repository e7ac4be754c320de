import { dialectLimits } from "#lib/contracts/dialect-limits.ts";
import { v1Refusal, v2Refusal } from "#lib/contracts/dialect-problems.ts";
import { readVersion, VERSIONS } from "#lib/contracts/v2/version.ts";
import type { ApiRequest, ApiResponse, Refuse } from "#lib/hot-lane/endpoint.ts";
import type { KnownVerdict } from "#lib/verify/verify-key.ts";
import type { Dialect } from "./route.ts";

/** What sets a dialect apart, whatever the route. */
export type DialectRules = {
	/** What is asked of a request besides its key and its input. */
	refuse: (request: ApiRequest, refuse: Refuse) => ApiResponse | null;
	/** Headers that tell what is left of the key's limits, besides those of the standard. */
	limits: (verdict: KnownVerdict) => Record<string, string>;
	answer: (body: object, requestId: string) => object;
	refusal: (problem: string | null) => string | null;
};

const PLAIN: DialectRules = {
	refuse: () => null,
	limits: () => ({}),
	answer: (body) => body,
	refusal: (problem) => problem,
};

export const DIALECTS: Record<Dialect, DialectRules> = {
	native: PLAIN,
	unkey: PLAIN,
	v1: { ...PLAIN, limits: dialectLimits, refusal: (problem) => problem && v1Refusal(problem) },
	v2: {
		refuse: refuseVersion,
		limits: dialectLimits,
		answer: (body, requestId) => ({ ...body, traceId: requestId }),
		refusal: (problem) => problem && v2Refusal(problem),
	},
};

function refuseVersion(request: ApiRequest, refuse: Refuse) {
	const header = request.header("version");
	if (readVersion(header)) return null;
	const message = `Send the header Version with one of ${VERSIONS.join(", ")}.`;
	if (header === null) return refuse("malformed_request", message);
	return refuse("invalid_input", message, { errors: [{ field: "Version", message }] });
}
