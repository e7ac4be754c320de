import type { KeyLevel, KeyStatus } from "#lib/core/keys/key.ts";
import { foldName } from "#lib/core/text.ts";
import { Prisma } from "#prisma/generated/client.ts";
import type { Tx } from "./client.ts";
import { FEW_MAX, isLocationNotGone, type KeyNarrowing, keyConditions, statusIs } from "./key-list.ts";

/** How many keys a query matches, and the ids of them all when these few had to be looked for one by one. */
export type KeyMatches = { total: number; ids: readonly string[] | null };

/** What a query matches on all its pages. */
export async function matchKeys(
	tx: Tx,
	agencyId: string,
	query: KeyNarrowing,
	now: Date,
): Promise<KeyMatches> {
	if (!isKnownByIndex(query)) {
		const found = await tx.$queryRaw<{ id: string }[]>`select k.id from api_keys k
			where ${keyConditions(agencyId, query, now)} limit ${FEW_MAX + 1}`;
		if (found.length <= FEW_MAX) return { total: found.length, ids: found.map(({ id }) => id) };
	}
	return { total: await countKeys(tx, agencyId, query, now), ids: null };
}

/** How many keys a query matches on all its pages. */
export async function countKeys(tx: Tx, agencyId: string, query: KeyNarrowing, now: Date) {
	const [row] = await tx.$queryRaw<{ total: bigint }[]>`select ${countOf(agencyId, query, now)} as total`;
	return Number(row?.total ?? 0n);
}

/** How many keys the agency has at each level, the trash left out. */
export async function countKeysByLevel(tx: Tx, agencyId: string) {
	const ofLevel = (level: KeyLevel) => countOfState(agencyId, level, null, new Date(0));
	const [row] = await tx.$queryRaw<{ agency: bigint; location: bigint }[]>`
		select ${ofLevel("AGENCY")} as agency, ${ofLevel("LOCATION")} as location`;
	return { agency: Number(row?.agency ?? 0n), location: Number(row?.location ?? 0n) };
}

/** Whole levels, and what has a state or a label, are counted from indexes without a look at any other key. */
const isKnownByIndex = ({ locationId, keyId, search, role, attention, status, label }: KeyNarrowing) =>
	!(locationId || keyId || search || role || attention || (status && label));

function countOf(agencyId: string, query: KeyNarrowing, now: Date): Prisma.Sql {
	if (!isKnownByIndex(query)) {
		return Prisma.sql`(select count(*) from api_keys k where ${keyConditions(agencyId, query, now)})`;
	}
	const { level, label, status } = query;
	return label ? countLabelled(agencyId, level, label) : countOfState(agencyId, level, status ?? null, now);
}

const goneLocations = (agencyId: string) => Prisma.sql`array(
	select l.id from locations l where l.agency_id = ${agencyId}::uuid and l.deleted_at is not null)`;

/** The keys of deleted locations, which went with them. They are few: they are counted by themselves, and taken off. */
export const isWithGoneLocation = (agencyId: string) => Prisma.sql`k.agency_id = ${agencyId}::uuid
	and k.deleted_at is null and k.location_id = any(${goneLocations(agencyId)})`;

export const isOfLevel = (agencyId: string, level: KeyLevel) => Prisma.sql`k.agency_id = ${agencyId}::uuid
	and k.deleted_at is null and k.at_location = ${level === "LOCATION"}`;

/** Each state as ranges of the index api_keys_by_state, so that a key is counted without being read or compared. */
export const stateRanges = (now: Date): [KeyStatus, Prisma.Sql][] => [
	["Active", Prisma.sql`k.enabled and k.revoked_at is null and k.expires_at is null`],
	["Active", Prisma.sql`k.enabled and k.revoked_at is null and k.expires_at > ${now}`],
	["Inactive", Prisma.sql`not k.enabled and k.revoked_at is null`],
	["Expired", Prisma.sql`k.enabled and k.revoked_at is null and k.expires_at <= ${now}`],
	["Revoked", Prisma.sql`k.enabled and k.revoked_at is not null`],
	["Revoked", Prisma.sql`not k.enabled and k.revoked_at is not null`],
];

/** The keys of a level in one state, or in any when that is null. */
function countOfState(agencyId: string, level: KeyLevel, status: KeyStatus | null, now: Date) {
	const ranges =
		status === null
			? [Prisma.sql`true`]
			: stateRanges(now).flatMap(([of, range]) => (of === status ? [range] : []));
	const counts = ranges.map(
		(range) => Prisma.sql`(select count(*) from api_keys k where ${isOfLevel(agencyId, level)} and ${range})`,
	);
	if (level === "AGENCY") return Prisma.join(counts, " + ");
	const state = status === null ? Prisma.sql`true` : statusIs(status, now);
	return Prisma.sql`${Prisma.join(counts, " + ")}
		- (select count(*) from api_keys k where ${isWithGoneLocation(agencyId)} and ${state})`;
}

/** The keys of a level that have a label. Those in the trash and those of deleted locations keep theirs, and are taken off. */
function countLabelled(agencyId: string, level: KeyLevel, label: string) {
	const has = Prisma.sql`kl.agency_id = ${agencyId}::uuid and kl.at_location = ${level === "LOCATION"}
		and kl.folded = ${foldName(label)}`;
	const inTrash = Prisma.sql`(select count(*) from api_keys k join key_labels kl on ${has} and kl.key_id = k.id
		where k.agency_id = ${agencyId}::uuid and k.deleted_at is not null and k.at_location = ${level === "LOCATION"}
			and ${isLocationNotGone(agencyId)})`;
	const gone = Prisma.sql`(select count(*) from key_labels kl where ${has} and kl.location_id = any(${goneLocations(agencyId)}))`;
	return Prisma.sql`(select count(*) from key_labels kl where ${has}) - ${inTrash} - ${gone}`;
}
