import { z } from "zod";
import type { HttpFailure, HttpReply } from "./http-client.ts";

/**
 * What an instance said about a key. VALID and INVALID are verdicts; UNAVAILABLE is none, and never wrong; FAILED is
 * everything that no caller should ever meet.
 */
export type Answer = {
	state: "VALID" | "INVALID" | "UNAVAILABLE" | "FAILED";
	/** The verdict's code, or why there is none. */
	code: string;
	retryAfter: string | null;
	/** By `performance.now()`. */
	sentAt: number;
	answeredAt: number;
	/** What else the answer tells. */
	facts: Facts;
};

const Facts = z.object({
	title: z.string().optional(),
	locationIds: z.array(z.string()).optional(),
	rateLimit: z.object({ resetAt: z.string() }).nullish(),
});
type Facts = z.output<typeof Facts>;

const Verdict = Facts.extend({ valid: z.boolean(), code: z.string() });
const Problem = z.object({ code: z.string() });

/** An answer to a question about somebody else's key: a verdict is always 200. */
export function readVerdict(reply: HttpReply | HttpFailure): Answer {
	if (reply.status !== 200) return readRefusal(reply, false);
	const verdict = Verdict.parse(JSON.parse(reply.body));
	return answer(reply, verdict.valid ? "VALID" : "INVALID", verdict.code, verdict);
}

/** An answer to a key that presented itself: refusals are 401, 403 and 429. */
export function readOwnKey(reply: HttpReply | HttpFailure): Answer {
	if (reply.status !== 200) return readRefusal(reply, true);
	return answer(reply, "VALID", "VALID", Facts.parse(JSON.parse(reply.body)));
}

function readRefusal(reply: HttpReply | HttpFailure, isAboutKey: boolean): Answer {
	if ("why" in reply) return answer(reply, "FAILED", reply.why);
	const { code } = Problem.safeParse(parseJson(reply.body)).data ?? { code: `status ${reply.status}` };
	if (reply.status === 503) return answer(reply, "UNAVAILABLE", code);
	const refused = isAboutKey && [401, 403, 429].includes(reply.status);
	return answer(reply, refused ? "INVALID" : "FAILED", refused ? code : `${reply.status} ${code}`);
}

function answer(
	reply: HttpReply | HttpFailure,
	state: Answer["state"],
	code: string,
	facts: Facts = {},
): Answer {
	const { sentAt, answeredAt } = reply;
	const retryAfter = "headers" in reply ? (reply.headers["retry-after"] ?? null) : null;
	return { state, code, retryAfter, sentAt, answeredAt, facts };
}

function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return null;
	}
}
