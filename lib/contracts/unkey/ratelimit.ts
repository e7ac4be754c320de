import { z } from "zod";
import { DurationMs, Limit, LimitCost, LimitName, NAME_MAX } from "./verify.ts";

export const UnkeyLimitBody = z
	.strictObject({
		namespace: LimitName,
		identifier: z.string().min(1).max(NAME_MAX),
		limit: Limit,
		duration: DurationMs.describe("Milliseconds: windows of this length follow one another."),
		cost: LimitCost,
	})
	.meta({ id: "UnkeyLimitRequest" });

export const UnkeyLimitData = z
	.strictObject({
		success: z.boolean(),
		limit: z.int(),
		remaining: z.int(),
		reset: z.int(),
	})
	.meta({ id: "UnkeyLimitData" });

export const UnkeyLivenessData = z.strictObject({ message: z.string() }).meta({ id: "UnkeyLivenessData" });
