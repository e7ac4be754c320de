import type { ErrorCode } from "#lib/core/errors.ts";
import { apiKey } from "#lib/core/texts/en/api-key.ts";
import type { VerdictCode } from "#lib/core/verdicts.ts";

const { signature_refused, ...REFUSED } = apiKey.refusals.guides;

/** What to do about each verdict on a key. The compiler refuses a code without advice. */
export const VERDICT_GUIDE: Record<VerdictCode, string> = {
	NOT_FOUND:
		"The text is not a key, or no key of this caller's agency. Check that it was copied whole: it starts with lk_agy_ or lk_loc_ and is 45 characters long. A deleted key answers this too; it can be restored for 30 days.",
	...REFUSED,
	VALID: "The key is good for what was asked.",
};

/** What to do about each error of the API. */
export const ERROR_GUIDE: Record<ErrorCode, string> = {
	invalid_input:
		"What was sent could be read, but a field breaks a rule. The errors member names each field and its rule.",
	malformed_request:
		"The request could not be read: broken JSON, a header sent twice, an unreadable address, or API 2.0 without the header Version.",
	unauthenticated: "Send an API key as Authorization: Bearer, exactly once.",
	signature_refused,
	step_up_required:
		"Keys do not meet this. In the browser it asks for proof that it is still you: enter your password.",
	forbidden:
		"The key is good, and this one thing is above it: a key never gives, makes or changes what may do more than itself, and some things only a person may do. The detail says what.",
	not_found:
		"There is nothing at this address, or it is not yours to see. Both answers are the same on purpose.",
	method_not_allowed: "The Allow header lists the methods that this address answers.",
	conflict:
		"Something else is in the way: a name or an address that is taken, a place that is full, a workflow that is a draft, or a change that somebody made meanwhile. The detail says what.",
	length_required:
		"The body came without its length, as some clients send it piece by piece. Send a Content-Length.",
	payload_too_large: "A body may have up to 64 kB. Send less at once.",
	unsupported_media_type:
		"The body is not of the type that this address takes. Send JSON with Content-Type: application/json; introspection takes a form.",
	misdirected:
		"The Host header names another server. Use the address that this installation is configured with.",
	rate_limited:
		"Too many unknown keys, reports or forms came from your network. This says nothing about the key: wait as long as Retry-After says.",
	unavailable:
		"The answer cannot be known right now, for instance because the database is away. It says nothing about the key: try again after Retry-After.",
	internal: "A fault of ours. The requestId helps whoever runs this installation to find it in the log.",
};
