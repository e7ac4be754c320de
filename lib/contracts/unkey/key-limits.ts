import { z } from "zod";
import { OWN_LIMIT, type ProgramLimits } from "#lib/core/keys/program-limits.ts";
import { singleLine } from "#lib/core/text.ts";
import { DurationMs, LIMITS_MAX, Limit } from "./verify.ts";

const NAME_MAX = 128;
const OWN_MAX = 1_000_000;
/** The periods of a key's own limit, by their length in milliseconds. */
const OWN_SECONDS = { 1000: 1, 60000: 60, 3600000: 3_600 } as const;

const RateLimit = z.strictObject({
	name: singleLine(NAME_MAX, "The name of a limit"),
	limit: Limit,
	duration: DurationMs,
	autoApply: z.boolean().default(false).describe("Whether every use counts, or those alone that name it."),
});
type RateLimit = z.output<typeof RateLimit>;

/**
 * What the dialect says of a key's limits, all of them together. The first that every use counts against, over a period
 * that people may choose, becomes the key's own, which people see and change; the others are counted by their names.
 */
export const RateLimits = z
	.array(RateLimit)
	.max(LIMITS_MAX)
	.refine((limits) => new Set(limits.map(({ name }) => name)).size === limits.length, {
		error: "Each limit has a name of its own.",
	})
	.transform((limits) => {
		const own = limits.find((limit) => ownRule(limit) !== null);
		const named = limits.filter((limit) => limit !== own).map(namedLimit);
		const programLimits: ProgramLimits = {
			...(own && { own: own.name }),
			...(named.length > 0 && { named }),
		};
		return { rateLimit: own ? ownRule(own) : null, programLimits };
	});

function ownRule({ limit, duration, autoApply }: RateLimit) {
	if (!autoApply || limit > OWN_MAX || !isOwnPeriod(duration)) return null;
	return { max: limit, seconds: OWN_SECONDS[duration] };
}

const isOwnPeriod = (duration: number): duration is keyof typeof OWN_SECONDS =>
	Object.hasOwn(OWN_SECONDS, duration);

const namedLimit = ({ name, limit, duration, autoApply }: RateLimit) => ({
	name,
	max: limit,
	seconds: duration / 1_000,
	autoApply,
});

export const KeyLimit = z.strictObject({
	id: z.string(),
	name: z.string(),
	limit: z.int(),
	duration: z.int(),
	autoApply: z.boolean(),
});

type LimitFacts = { rateLimit: { max: number; seconds: number } | null; programLimits: ProgramLimits };

/** A key's limits as the dialect lists them; its own comes first. */
export const presentKeyLimits = (keyId: string, { rateLimit, programLimits }: LimitFacts) => [
	...(rateLimit
		? [presentLimit(keyId, { name: programLimits.own ?? OWN_LIMIT, ...rateLimit, autoApply: true })]
		: []),
	...(programLimits.named ?? []).map((limit) => presentLimit(limit.name, limit)),
];

type Stored = { name: string; max: number; seconds: number; autoApply: boolean };

const presentLimit = (id: string, { name, max, seconds, autoApply }: Stored) => ({
	id,
	name,
	limit: max,
	duration: Math.round(seconds * 1_000),
	autoApply,
});
