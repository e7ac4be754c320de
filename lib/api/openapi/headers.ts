import { z } from "zod";
import { VERSIONS } from "#lib/contracts/v2/version.ts";
import { Id } from "#lib/core/ids.ts";
import type { Operation } from "./hot-lane-operations.ts";

const said = (description: string) => z.string().optional().describe(description);

/** A header that stands in the document once, however many answers have it. */
const header = (id: string, description: string) => said(description).meta({ header: { id } });

const REQUEST_ID = {
	"X-Request-Id": z
		.string()
		.describe("The id of the request.")
		.meta({ header: { id: "X-Request-Id" } }),
};

const LIMITS = {
	RateLimit: header("RateLimit", 'What is left of the key\'s limit: "key";r=99;t=41. Only with a limit.'),
	"RateLimit-Policy": header("RateLimit-Policy", 'The key\'s limit: "key";q=100;w=60. Only with a limit.'),
};

const DIALECT_LIMITS = {
	"X-RateLimit-Max": header("X-RateLimit-Max", "Uses in an interval. Only with a limit."),
	"X-RateLimit-Remaining": header("X-RateLimit-Remaining", "Uses left in this interval."),
	"X-RateLimit-Interval-Milliseconds": header("X-RateLimit-Interval-Milliseconds", "The interval."),
	"X-RateLimit-Limit-Daily": header("X-RateLimit-Limit-Daily", "Uses in a day. Only with such a limit."),
	"X-RateLimit-Daily-Remaining": header("X-RateLimit-Daily-Remaining", "Uses or credits left for the day."),
};

const REPLAYED = header(
	"Idempotency-Replayed",
	"true: this is the answer to an earlier call of the same name.",
);
const RETRY_AFTER = z
	.string()
	.describe("Seconds to wait.")
	.meta({ header: { id: "Retry-After" } });
const CHALLENGE = header("WWW-Authenticate", "What is wrong with the key, as RFC 6750 puts it.");

const limitsOf = (dialect: Operation["dialect"]) =>
	dialect === "v1" || dialect === "v2" ? { ...LIMITS, ...DIALECT_LIMITS } : LIMITS;

/** The headers of a good answer. */
export const answerHeadersOf = ({ dialect, creates, isOpen, answerHeaders = {} }: Operation) =>
	z.object({
		...REQUEST_ID,
		...(!isOpen && limitsOf(dialect)),
		...(creates && { "Idempotency-Replayed": REPLAYED }),
		...Object.fromEntries(Object.entries(answerHeaders).map(([name, text]) => [name, said(text)])),
	});

/** The headers of a refusal with a status; null for any other. */
export const refusalHeadersOf = (dialect: Operation["dialect"], status: number | null) =>
	z.object({
		...REQUEST_ID,
		...((status === 403 || status === 429) && limitsOf(dialect)),
		...((status === 429 || status === 503) && { "Retry-After": RETRY_AFTER }),
		...((status === 401 || status === 403) && { "WWW-Authenticate": CHALLENGE }),
	});

const PLACE = "The location that the call is about, for keys that act on more than one.";

/** What a request says besides its body and what is in its path: the parameters of the query and the headers. */
export function askedBesides({ dialect, creates, location, isOpen, path, query }: Operation) {
	const isLocal = !isOpen && location === "needed";
	const takesPlace = isLocal && !path.includes("{locationId}");
	const place = { locationId: Id.optional().describe(`${PLACE} The header Location-Id says the same.`) };
	const header = z.object({
		...(dialect === "v2" && !isOpen && { Version: z.enum(VERSIONS).describe("The version that you speak.") }),
		...(creates && {
			"Idempotency-Key": z
				.string()
				.min(1)
				.max(255)
				.optional()
				.describe("A name for this call. Sent again within 24 hours, it is answered as the first time."),
		}),
		...((takesPlace || (dialect === "v1" && !isOpen)) && {
			"Location-Id": Id.optional().describe(takesPlace ? PLACE : "A location that the key must act on."),
		}),
	});
	if (!takesPlace) return { header, ...(query && { query }) };
	return { header, query: z.object({ ...place, ...query?.shape }) };
}
