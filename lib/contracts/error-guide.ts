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
		"The body was read, but a field breaks a rule. The errors member names each field and its rule.",
	malformed_request:
		"The request could not be read at all: broken JSON, a header sent twice, an unreadable address.",
	unauthenticated: "Send an API key as Authorization: Bearer, exactly once.",
	signature_refused:
		"The key is good; the request's signature is not. The detail says why: it is missing, malformed, made at another time, does not fit, or was used before. Sign every request anew, over exactly what is sent.",
	step_up_required: "This needs proof that it is still you: enter your password.",
	forbidden: "You are known, and you may not do this.",
	not_found:
		"There is nothing at this address, or it is not yours to see. Both answers are the same on purpose.",
	method_not_allowed: "The Allow header lists the methods that this address answers.",
	conflict:
		"Something else is in the way: a title that is taken, a limit of the agency's policy, or a change that somebody made meanwhile.",
	length_required: "Send a Content-Length.",
	payload_too_large: "Send a smaller body.",
	unsupported_media_type: "Send JSON with Content-Type: application/json.",
	misdirected:
		"The Host header names another server. Use the address that this installation is configured with.",
	rate_limited: "Too many attempts. Wait as long as Retry-After says.",
	unavailable:
		"The answer cannot be known right now, for instance because the database is away. It says nothing about the key: try again after Retry-After.",
	internal: "A fault of ours. The requestId helps whoever runs this installation to find it in the log.",
};
