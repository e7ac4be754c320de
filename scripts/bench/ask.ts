import { messageOf } from "../processes.ts";
import type { Call, Series } from "./calls.ts";

/**
 * `status` is 0 when there was no answer; the body then says why. `isLast` when the server closes the connection after it:
 * a new one for each request costs more than most answers.
 */
export type Answer = { status: number; body: string; isLast: boolean };

/** What the body of every server here says of a good key; forward-auth says so by its status alone. */
export const SAYS_VALID = /"valid":\s*true/;

/** Makes one call of a series, the first unless another is given. */
export async function askOnce(
	origin: string,
	{ method, path, calls }: Series,
	call: Call = calls[0] ?? {},
): Promise<Answer> {
	const { authorization, forwardedFor, body } = call;
	try {
		const response = await fetch(origin + path, {
			method,
			headers: {
				...(authorization && { authorization }),
				...(forwardedFor && { "x-forwarded-for": forwardedFor }),
				...(body && { "content-type": "application/json" }),
			},
			...(body && { body }),
			signal: AbortSignal.timeout(5_000),
		});
		const isLast = response.headers.get("connection") === "close";
		return { status: response.status, body: await response.text(), isLast };
	} catch (error) {
		return { status: 0, body: messageOf(error), isLast: true };
	}
}
