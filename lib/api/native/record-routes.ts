import { z } from "zod";
import {
	AuditEventPage,
	AuditGroupName,
	KeyUsage,
	Range,
	UsageQuery,
} from "#lib/contracts/v2/key-records.ts";
import { AppError } from "#lib/core/errors.ts";
import { Id } from "#lib/core/ids.ts";
import { grantsOfKey } from "#lib/core/keys/grants-of-key.ts";
import { listAudit } from "#lib/services/audit/list.ts";
import { readUsage } from "#lib/services/keys/read-usage.ts";
import { Cursor, makeCursor, readCursor } from "../cursor.ts";
import { limit } from "../limit.ts";
import { type Caller, type Route, route } from "../route.ts";
import { KeyParams } from "./key-routes.ts";

const DAY_MS = 86_400_000;
const USUAL_DAYS = { hour: 1, day: 30 } as const;
const USUAL_PAGE = 50;

const usage = route({
	dialect: "native",
	method: "GET",
	path: "/api/v2/keys/{keyId}/usage",
	operationId: "readKeyUsage",
	tag: "Records",
	summary: "Count a key's uses by hour or day and verdict",
	description:
		"Without a range: the last day by hour, or the last 30 days by day. Up to 31 days by hour and 400 by day at once. Uses of the last seconds may be missing.",
	scopes: ["usage.readonly"],
	location: "optional",
	params: KeyParams,
	query: UsageQuery,
	answers: { 200: KeyUsage },
	async handle({ ctx }, { params: { keyId }, query: { by, to = ctx.now, from } }) {
		const begin = from ?? new Date(to.getTime() - USUAL_DAYS[by] * DAY_MS);
		const { counts, lastUse } = await readUsage(ctx, { keyId, by, from: begin, to });
		const range = { from: begin.toISOString(), to: to.toISOString() };
		return { status: 200, body: { keyId, by, ...range, data: counts, lastUsedAt: lastUse?.at ?? null } };
	},
});

const AuditQuery = z.strictObject({
	locationId: Id.optional().describe("Events of this location alone."),
	group: AuditGroupName.optional(),
	actorId: Id.optional().describe("The id of the person or key that acted."),
	...Range,
	limit: limit(USUAL_PAGE),
	cursor: Cursor,
});

const Position = z.tuple([z.string().regex(/^\d{1,19}$/)]);

const auditEvents = route({
	dialect: "native",
	method: "GET",
	path: "/api/v2/audit-events",
	operationId: "listAuditEvents",
	tag: "Records",
	summary: "List audit events, the newest first",
	scopes: ["audit.readonly"],
	location: "optional",
	query: AuditQuery,
	answers: { 200: AuditEventPage },
	async handle(caller, { query: { cursor, limit: size, group = null, actorId = null, from, to } }) {
		const { ctx, locationId: placeId } = caller;
		const filters = { placeId, search: "", group, actorId, locationId: null };
		const range = { from: from ?? null, to: to ?? null };
		const home = { agencyId: ctx.agencyId, list: "audit-events", filters: { ...filters, ...range } };
		const seen = cursor === undefined ? null : { olderThan: BigInt(readCursor(home, cursor, Position)[0]) };
		const page = await listAudit(asReader(caller), { ...filters, ...range }, { cursor: seen, size });
		const last = page.rows.at(-1);
		const nextCursor = page.hasOlder && last ? makeCursor(home, [last.seq]) : null;
		return { status: 200, body: { data: page.rows, nextCursor } };
	},
});

/** What a key may read of the log its scope says, whatever its role lets it change. Where it reads, its locations say. */
function asReader({ ctx, verdict: { facts }, locationId }: Caller) {
	const chosenLocationIds = facts.chosenLocations?.ids ?? null;
	if (chosenLocationIds && locationId === null) {
		const message = "This key acts on chosen locations. Name one of them: locationId.";
		throw new AppError("invalid_input", message, { fields: [{ field: "locationId", message }] });
	}
	const reach = { role: "ADMIN", locationId: facts.locationId, chosenLocationIds } as const;
	return { ...ctx, grants: grantsOfKey(reach) };
}

export const RECORD_ROUTES: readonly Route[] = [usage, auditEvents];
