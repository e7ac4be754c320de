import type { ErrorCode } from "#lib/core/errors.ts";
import type { VerdictCode } from "#lib/core/verdicts.ts";

/** What to do about each verdict on a key. The compiler refuses a code without advice. */
export const VERDICT_GUIDE: Record<VerdictCode, string> = {
	NOT_FOUND:
		"The text is not a key, or no key of this caller's agency. Check that it was copied whole: it starts with lk_agy_ or lk_loc_ and is 45 characters long. A deleted key answers this too; it can be restored for 30 days.",
	REVOKED: "The key was ended for ever. Create another and put it in its place.",
	DISABLED: "Somebody switched the key off. Whoever manages it can switch it on again.",
	EXPIRED: "The key's end date is over. Give it a later one and the same key works again.",
	SUSPENDED: "The agency or the location is suspended. Keys work again when that is lifted.",
	FORBIDDEN:
		"The request came from an address that is not on the key's list, or asked for a location that the key does not act on. Behind a gateway, pass the sender's address as clientIp.",
	INSUFFICIENT_PERMISSIONS:
		"The key lacks a scope that was asked for. Writing includes reading; READONLY keys hold the reading form of each scope.",
	RATE_LIMITED: "Too many uses in the key's window. Wait as long as Retry-After says.",
	USAGE_EXCEEDED: "The key's credits are used up. Whoever manages it can grant more.",
	VALID: "The key is good for what was asked.",
};

/** What to do about each error of the API. */
export const ERROR_GUIDE: Record<ErrorCode, string> = {
	invalid_input:
		"What was sent could be read, but a field breaks a rule. The errors member names each field and its rule.",
	malformed_request:
		"The request could not be read: broken JSON, a header sent twice, an unreadable address, or API 2.0 without the header Version.",
	unauthenticated: "Send an API key as Authorization: Bearer, exactly once.",
	signature_refused:
		"The key is good; the request's signature is not. The detail says why: it is missing, malformed, made at another time, does not fit, or was used before. Sign every request anew, over exactly what is sent.",
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
