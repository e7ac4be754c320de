import { Prisma } from "#prisma/generated/client.ts";
import type { Tx } from "./client.ts";

export type AuditConditions = {
	locationId: string | null;
	actions: readonly string[] | null;
	actorId: string | null;
	from: Date | null;
	/** Exclusive. */
	to: Date | null;
};

/** What a search text stands for: few things, whose events are looked up, or text that events are read for. */
export type AuditSearch = { subjectIds: readonly string[]; personIds: readonly string[] } | { text: string };

export type AuditSlice = {
	/** Events older than this one, newest first; or newer, oldest first. */
	cursor: { olderThan: bigint } | { newerThan: bigint } | null;
	max: number;
};

export type AuditListRow = {
	seq: bigint;
	id: string;
	at: Date;
	actorKind: string;
	actorId: string | null;
	actorName: string;
	action: string;
	subjectKind: string;
	subjectId: string;
	subjectName: string | null;
	locationName: string | null;
	address: string;
	before: Record<string, unknown> | null;
	after: Record<string, unknown> | null;
};

/** Of more things than this it is quicker to read the events for the text. */
const FOUND_MAX = 50;
/** Events are appended in the order in which they happen, give or take what clocks and waiting transactions do. */
const DISORDER = Prisma.sql`interval '1 hour'`;
const ACTORS_FROM_EVENTS = 10_000;

const containing = (text: string) => `%${text.replace(/[\\%_]/g, "\\$&")}%`;

/** The keys, also those gone for good, locations, invitations and people that a text is part of the name of. */
export async function findAuditSubjects(tx: Tx, agencyId: string, text: string): Promise<AuditSearch> {
	const pattern = containing(text);
	const found = await tx.$queryRaw<{ id: string; isPerson: boolean }[]>`
		(select k.id::text as id, false as "isPerson" from api_keys k where k.agency_id = ${agencyId}::uuid
			and k.deleted_at is null and k.title_folded like ${pattern} limit ${FOUND_MAX + 1})
		union all
		(select k.id::text, false from api_keys k where k.agency_id = ${agencyId}::uuid
			and k.deleted_at is not null and k.title_folded like ${pattern} limit ${FOUND_MAX + 1})
		union all
		(select distinct e.subject_id, false from audit_events e where e.agency_id = ${agencyId}::uuid
			and e.action = 'key.purge' and lower(e.before->>'title') like ${pattern} limit ${FOUND_MAX + 1})
		union all
		(select l.id::text, false from locations l
			where l.agency_id = ${agencyId}::uuid and lower(l.name) like ${pattern} limit ${FOUND_MAX + 1})
		union all
		(select i.id::text, false from invitations i
			where i.agency_id = ${agencyId}::uuid and i.email like ${pattern} limit ${FOUND_MAX + 1})
		union all
		(select u.id::text, true from users u where (lower(u.name) like ${pattern} or u.email like ${pattern})
			and (exists (select from audit_events e where e.agency_id = ${agencyId}::uuid and e.actor_id = u.id)
				or exists (select from audit_events e where e.agency_id = ${agencyId}::uuid and e.subject_id = u.id::text))
			limit ${FOUND_MAX + 1})`;
	if (found.length > FOUND_MAX) return { text };
	return {
		subjectIds: [text, ...found.map(({ id }) => id)],
		personIds: found.filter(({ isPerson }) => isPerson).map(({ id }) => id),
	};
}

/** One slice of the events that fulfil the conditions. What narrows them most is looked up by its index. */
export async function listAuditRows(
	tx: Tx,
	agencyId: string,
	conditions: AuditConditions,
	search: AuditSearch | null,
	slice: AuditSlice,
): Promise<AuditListRow[]> {
	const bounds = await seqBounds(tx, agencyId, conditions);
	const where = conditionsOf(agencyId, conditions, bounds, slice);
	const order = slice.cursor && "newerThan" in slice.cursor ? Prisma.sql`asc` : Prisma.sql`desc`;
	const first = (...more: Prisma.Sql[]) => Prisma.sql`select e.seq from audit_events e
		where ${Prisma.join([...where, ...more], " and ")} order by e.seq ${order} limit ${slice.max}`;
	return tx.$queryRaw<AuditListRow[]>`
		with page as materialized (
			select distinct seq from (${seqsOf(conditions, search, first)}) s order by seq ${order} limit ${slice.max}
		)
		select e.seq, e.id, e.at, e.actor_kind as "actorKind", e.actor_id as "actorId", e.actor_name as "actorName", e.action,
			e.subject_kind as "subjectKind", e.subject_id as "subjectId", ${subjectName} as "subjectName",
			l.name as "locationName", e.address, e.before, e.after
		from page p
		join audit_events e on e.agency_id = ${agencyId}::uuid and e.seq = p.seq
		left join locations l on l.agency_id = e.agency_id and l.id = e.location_id
		order by e.seq ${order}`;
}

/** What its subject was called then, or is called now. */
const subjectName = Prisma.sql`coalesce(
	e.after->>'title', e.after->>'name', e.after->>'email', e.before->>'title', e.before->>'name', e.before->>'email',
	case when e.subject_id ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then case e.subject_kind
		when 'key' then (select k.title from api_keys k where k.agency_id = e.agency_id and k.id = e.subject_id::uuid)
		when 'person' then (select u.name from users u where u.id = e.subject_id::uuid)
		when 'location' then (select s.name from locations s where s.agency_id = e.agency_id and s.id = e.subject_id::uuid)
		when 'invitation' then (select i.email from invitations i where i.agency_id = e.agency_id and i.id = e.subject_id::uuid)
		when 'webhook' then (select w.url from webhook_endpoints w where w.agency_id = e.agency_id and w.id = e.subject_id::uuid)
		when 'agency' then (select a.name from agencies a where a.id = e.agency_id)
	end end)`;

type FirstOf = (...more: Prisma.Sql[]) => Prisma.Sql;

/** The first events of each thing that is looked for; the first of all are among them. */
function seqsOf({ actions }: AuditConditions, search: AuditSearch | null, first: FirstOf): Prisma.Sql {
	const perSubject = first(Prisma.sql`e.subject_id = any_subject.id`, ...actionIsOneOf(actions));
	if (search && "subjectIds" in search) {
		const perActor = first(Prisma.sql`e.actor_id = any_person.id::uuid`, ...actionIsOneOf(actions));
		return Prisma.sql`
			select d.seq from unnest(${search.subjectIds}::text[]) as any_subject(id) cross join lateral (${perSubject}) d
			union all
			select d.seq from unnest(${search.personIds}::text[]) as any_person(id) cross join lateral (${perActor}) d`;
	}
	if (search) return first(mentions(search.text), ...actionIsOneOf(actions));
	if (actions === null) return first();
	return Prisma.sql`select d.seq from unnest(${actions}::text[]) as any_action(name)
		cross join lateral (${first(Prisma.sql`e.action = any_action.name`)}) d`;
}

const actionIsOneOf = (actions: readonly string[] | null) =>
	actions === null ? [] : [Prisma.sql`e.action = any(${actions}::text[])`];

const mentions = (
	text: string,
) => Prisma.sql`lower(concat_ws(' ', e.actor_name, e.after->>'title', e.after->>'name',
	e.after->>'email', e.before->>'title', e.before->>'name', e.before->>'email')) like ${containing(text)}`;

type Bounds = { above: bigint | null; below: bigint | null };

/** Between which events a span of time lies: the log is kept in the order of their numbers. */
async function seqBounds(tx: Tx, agencyId: string, { from, to }: AuditConditions): Promise<Bounds> {
	if (!from && !to) return { above: null, below: null };
	const [bounds] = await tx.$queryRaw<Bounds[]>`select
		(select e.seq from audit_events e where e.agency_id = ${agencyId}::uuid
			and e.at < ${from}::timestamptz - ${DISORDER} order by e.at desc, e.seq desc limit 1) as above,
		(select e.seq from audit_events e where e.agency_id = ${agencyId}::uuid
			and e.at >= ${to}::timestamptz + ${DISORDER} order by e.at, e.seq limit 1) as below`;
	return bounds ?? { above: null, below: null };
}

function conditionsOf(
	agencyId: string,
	{ locationId, actorId, from, to }: AuditConditions,
	{ above, below }: Bounds,
	{ cursor }: AuditSlice,
): Prisma.Sql[] {
	const all = [Prisma.sql`e.agency_id = ${agencyId}::uuid`];
	if (locationId) all.push(Prisma.sql`e.location_id = ${locationId}::uuid`);
	if (actorId) all.push(Prisma.sql`e.actor_id = ${actorId}::uuid`);
	if (from) all.push(Prisma.sql`e.at >= ${from}`);
	if (to) all.push(Prisma.sql`e.at < ${to}`);
	if (above !== null) all.push(Prisma.sql`e.seq > ${above}`);
	if (below !== null) all.push(Prisma.sql`e.seq < ${below}`);
	if (cursor && "olderThan" in cursor) all.push(Prisma.sql`e.seq < ${cursor.olderThan}`);
	if (cursor && "newerThan" in cursor) all.push(Prisma.sql`e.seq > ${cursor.newerThan}`);
	return all;
}

/** Who has acted lately, by name: in the agency, or at one of its locations. */
export const listAuditActors = (tx: Tx, agencyId: string, locationId: string | null) =>
	tx.$queryRaw<{ id: string; name: string }[]>`
		select u.id, u.name from users u where u.id in (
			select e.actor_id from (
				select actor_id from audit_events where agency_id = ${agencyId}::uuid
					${locationId ? Prisma.sql`and location_id = ${locationId}::uuid` : Prisma.empty}
				order by seq desc limit ${ACTORS_FROM_EVENTS}
			) e
		) order by u.name, u.id limit 500`;
