import { DEFAULT_POLICY, type Policy } from "#lib/core/policies.ts";
import { SCOPES } from "#lib/core/scopes.ts";
import type { Tx } from "./client.ts";

const columns = {
	keyDaysMax: true,
	locationScopesLimited: true,
	locationScopes: true,
	addressesRequired: true,
	agencyKeysMax: true,
	locationKeysMax: true,
	inactivityDays: true,
	leaverKeys: true,
	version: true,
} as const;

export type StoredPolicy = { policy: Policy; version: number };

/** The agency's policy: the defaults, at version 0, until somebody has said anything. */
export async function readPolicy(tx: Tx, agencyId: string): Promise<StoredPolicy> {
	const row = await tx.agencyPolicy.findUnique({ where: { agencyId }, select: columns });
	if (!row) return { policy: DEFAULT_POLICY, version: 0 };
	const { version, locationScopesLimited, locationScopes, leaverKeys, ...rest } = row;
	return {
		policy: {
			...rest,
			locationScopes: locationScopesLimited ? SCOPES.filter((scope) => locationScopes.includes(scope)) : null,
			leaverKeys: leaverKeys === "DISABLE" ? "DISABLE" : "KEEP",
		},
		version,
	};
}

/** {@link readPolicy}, holding the row, if there is one, until the transaction ends. */
export async function lockPolicy(tx: Tx, agencyId: string) {
	await tx.$queryRaw`select 1 from agency_policies where agency_id = ${agencyId}::uuid for update`;
	return readPolicy(tx, agencyId);
}

/** Makes the row that {@link lockPolicy} holds, so that two first edits at once meet. */
export const ensurePolicy = (tx: Tx, agencyId: string, now: Date) =>
	tx.agencyPolicy.createMany({
		data: [{ agencyId, locationScopes: [], version: 0, updatedAt: now }],
		skipDuplicates: true,
	});

/** Writes what the policy says, and nothing else of its row, and counts the version up. */
export async function updatePolicy(tx: Tx, agencyId: string, policy: Policy, now: Date) {
	const { locationScopes, ...rest } = policy;
	await tx.agencyPolicy.update({
		where: { agencyId },
		data: {
			...rest,
			locationScopesLimited: locationScopes !== null,
			locationScopes: locationScopes ?? [],
			updatedAt: now,
			version: { increment: 1 },
		},
		select: { agencyId: true },
	});
	return readPolicy(tx, agencyId);
}

/** What a policy would find among the keys that are neither revoked nor in the trash. */
export type PolicyEffects = {
	longerLived: number;
	beyondScopes: number;
	withoutAddresses: number;
	/** Counted like the limits: revoked keys as well. */
	agencyKeys: number;
	fullestLocationKeys: number;
	unused: number;
};

export async function countPolicyEffects(tx: Tx, agencyId: string, policy: Policy, now: Date) {
	const { keyDaysMax, locationScopes, inactivityDays } = policy;
	const [row] = await tx.$queryRaw<Record<keyof PolicyEffects, bigint>[]>`
		with keys as materialized (
			select k.location_id, k.revoked_at is null as counts, k.expires_at, k.scopes, k.allowed_addresses,
				greatest(u.last_used_at, k.idle_from) as used_at
			from api_keys k
			left join key_last_uses u on u.agency_id = k.agency_id and u.key_id = k.id
			where k.agency_id = ${agencyId}::uuid and k.deleted_at is null
		)
		select
			count(*) filter (where counts and (expires_at is null
				or expires_at > ${now}::timestamptz + make_interval(days => ${keyDaysMax}::int))) as "longerLived",
			count(*) filter (where counts and location_id is not null
				and not scopes <@ ${[...(locationScopes ?? SCOPES)]}::text[]) as "beyondScopes",
			count(*) filter (where counts and cardinality(allowed_addresses) = 0) as "withoutAddresses",
			count(*) filter (where location_id is null) as "agencyKeys",
			coalesce((select count(*) from keys where location_id is not null
				group by location_id order by 1 desc limit 1), 0) as "fullestLocationKeys",
			count(*) filter (where counts
				and used_at < ${now}::timestamptz - make_interval(days => ${inactivityDays}::int)) as "unused"
		from keys`;
	const of = (name: keyof PolicyEffects) => Number(row?.[name] ?? 0n);
	return {
		longerLived: keyDaysMax === null ? 0 : of("longerLived"),
		beyondScopes: of("beyondScopes"),
		withoutAddresses: of("withoutAddresses"),
		agencyKeys: of("agencyKeys"),
		fullestLocationKeys: of("fullestLocationKeys"),
		unused: inactivityDays === null ? 0 : of("unused"),
	} satisfies PolicyEffects;
}
