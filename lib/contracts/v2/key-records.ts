import { z } from "zod";
import { AUDIT_GROUPS, type AuditGroup } from "#lib/core/audit-groups.ts";
import { VERDICTS, type VerdictCode } from "#lib/core/verdicts.ts";
import { askedMoment } from "../moment.ts";

const Moment = z.iso.datetime({ offset: true });

/** A range of time in which something is read. */
export const Range = {
	from: askedMoment().optional().describe("The beginning."),
	to: askedMoment().optional().describe("The end, which is no part of it."),
};

export const UsageQuery = z.strictObject({
	by: z.enum(["hour", "day"]).default("day"),
	...Range,
});

const codes = Object.keys(VERDICTS) as [VerdictCode, ...VerdictCode[]];

export const KeyUsage = z
	.object({
		keyId: z.uuid(),
		by: z.enum(["hour", "day"]),
		from: Moment,
		to: Moment,
		data: z
			.array(z.object({ at: Moment, verdict: z.enum(codes), uses: z.int() }))
			.describe("Oldest first, in UTC. Hours and days without use are left out."),
		lastUsedAt: Moment.nullable(),
	})
	.meta({ id: "KeyUsage" });

const groups = Object.keys(AUDIT_GROUPS) as [AuditGroup, ...AuditGroup[]];
export const AuditGroupName = z.enum(groups);

const AuditEvent = z
	.object({
		seq: z.string().describe("Counts up in each agency, without gaps."),
		id: z.uuid(),
		at: Moment,
		actor: z.object({
			kind: z.string(),
			id: z.uuid().nullable().describe("Whom to ask for as actorId; null for nobody who signed in."),
			name: z.string().describe("The name of that time."),
		}),
		action: z.string(),
		subject: z.object({ kind: z.string(), id: z.string(), name: z.string().nullable() }),
		locationName: z.string().nullable(),
		address: z.string(),
		before: z.record(z.string(), z.unknown()).nullable(),
		after: z.record(z.string(), z.unknown()).nullable(),
	})
	.meta({ id: "AuditEvent" });

export const AuditEventPage = z
	.object({ data: z.array(AuditEvent), nextCursor: z.string().nullable() })
	.meta({ id: "AuditEventPage" });
