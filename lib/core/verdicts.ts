/** The answers to "is this key good?", in the order in which they are decided. */
export const VERDICTS = {
	NOT_FOUND: "No such key is known to this caller.",
	REVOKED: "The key was revoked and will not come back.",
	DISABLED: "The key is switched off.",
	EXPIRED: "The key's end date has passed.",
	SUSPENDED: "The agency or the location of this key is suspended.",
	FORBIDDEN: "The key may not be used from this address or for this location.",
	INSUFFICIENT_PERMISSIONS: "The key does not hold a scope that was asked for.",
	RATE_LIMITED: "The key has reached its rate limit.",
	USAGE_EXCEEDED: "The key has no credits left.",
	VALID: "The key is good.",
} as const;

export type VerdictCode = keyof typeof VERDICTS;
