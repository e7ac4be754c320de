type Limits = {
	rateLimit: { limit: number; remaining: number; seconds: number } | null;
	credits: number | null;
};

const DAY_SECONDS = 86_400;

/**
 * What is left of a key's limits, in the headers that clients of API 1.0 and 2.0 read; none for a key without limits. Without
 * credits such a client must not try again today, which is what no calls left for the day tell it.
 */
export function dialectLimits({ rateLimit, credits }: Limits): Record<string, string> {
	const isDaily = rateLimit !== null && rateLimit.seconds >= DAY_SECONDS;
	return {
		...(credits !== null && { "X-RateLimit-Daily-Remaining": String(credits) }),
		...(rateLimit && isDaily && dailyHeaders(rateLimit, credits)),
		...(rateLimit &&
			!isDaily && {
				"X-RateLimit-Interval-Milliseconds": String(rateLimit.seconds * 1_000),
				"X-RateLimit-Max": String(rateLimit.limit),
				"X-RateLimit-Remaining": String(rateLimit.remaining),
			}),
	};
}

const dailyHeaders = ({ limit, remaining }: NonNullable<Limits["rateLimit"]>, credits: number | null) => ({
	"X-RateLimit-Limit-Daily": String(limit),
	"X-RateLimit-Daily-Remaining": String(Math.min(remaining, credits ?? remaining)),
});
