import { PROBLEM_TYPE } from "#lib/contracts/problem.ts";
import { presentRefusal } from "#lib/contracts/unkey/envelope.ts";
import type { ApiResponse } from "./endpoint.ts";

const UNKEY = "/api/unkey/";
const UNKEY_VERIFY = "/api/unkey/v2/keys.verifyKey";

/** Puts a refusal into the words of the dialect that is spoken at a path. What is no refusal stays as it is. */
export function frameRefusal(path: string, response: ApiResponse): ApiResponse {
	if (!path.startsWith(UNKEY) || response.body === null) return response;
	if (response.headers["Content-Type"] !== PROBLEM_TYPE) return response;
	const { status, contentType, body } = presentRefusal(
		JSON.parse(response.body),
		path === UNKEY_VERIFY ? {} : undefined,
	);
	const headers = { ...response.headers, "Content-Type": contentType };
	return { status, headers, body: JSON.stringify(body) };
}
