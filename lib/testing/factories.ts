import { keyRing } from "#lib/config/secrets.ts";
import { newId } from "#lib/core/ids.ts";
import { digestKey } from "#lib/core/keys/digest.ts";

import type { KeyFields } from "#lib/core/keys/fields.ts";
import { generateSecret } from "#lib/core/keys/format.ts";
import type { KeyRole } from "#lib/core/keys/key.ts";
import type { PersonRole } from "#lib/core/permissions.ts";
import { DEFAULT_POLICY, type Policy } from "#lib/core/policies.ts";
import type { Scope } from "#lib/core/scopes.ts";
import { foldName } from "#lib/core/text.ts";
import type { Language } from "#lib/core/texts/languages.ts";
import type { Context } from "#lib/data/context.ts";
import { insertKey } from "#lib/data/keys.ts";
import { insertAgency, insertLocation, insertPerson } from "#lib/data/members.ts";
import { ensurePolicy, updatePolicy } from "#lib/data/policies.ts";
import { transactAs } from "#lib/data/transaction.ts";
import { hashPassword } from "#lib/passwords/passwords.ts";
import type { World } from "./world.ts";

/** The moment at which every test takes place, unless it says otherwise. */
export const NOW = new Date("2026-03-02T12:00:00.000Z");

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

export const minutesFrom = (from: Date, minutes: number) => new Date(from.getTime() + minutes * MINUTE_MS);
export const daysFrom = (from: Date, days: number) => new Date(from.getTime() + days * DAY_MS);

let made = 0;
/** A name that no other thing in this test file has. */
const unique = (kind: string) => `${kind}-${++made}`;

export type TestAgency = { id: string; slug: string; name: string };
export type TestLocation = { agencyId: string; id: string; slug: string; name: string };
export type TestPerson = { id: string; email: string; name: string; language: Language | null };
export type TestKey = {
	id: string;
	agencyId: string;
	locationId: string | null;
	title: string;
	secret: string;
};

/** An agency without people, locations, keys or audit events. */
export async function makeAgency(world: World, options: { suspended?: boolean } = {}): Promise<TestAgency> {
	const slug = unique("agency");
	const agency = { id: newId(), slug, name: `Agency ${slug}` };
	await transactAs(world.database, { agencyId: agency.id }, (tx) => insertAgency(tx, agency, NOW));
	if (options.suspended)
		await world.owner.query("update agencies set suspended_at = $2 where id = $1", [agency.id, NOW]);
	return agency;
}

export async function makeLocation(
	world: World,
	agency: { id: string },
	options: { name?: string; suspended?: boolean; deleted?: boolean } = {},
): Promise<TestLocation> {
	const slug = unique("location");
	const location = { agencyId: agency.id, id: newId(), slug, name: options.name ?? `Location ${slug}` };
	await transactAs(world.database, { agencyId: agency.id }, (tx) => insertLocation(tx, location, NOW));
	if (options.suspended)
		await world.owner.query("update locations set suspended_at = $2 where id = $1", [location.id, NOW]);
	if (options.deleted)
		await world.owner.query("update locations set deleted_at = $2 where id = $1", [location.id, NOW]);
	return location;
}

/** A person without any rights. Only one made with a password can sign in. */
export async function makePerson(
	world: World,
	options: { password?: string; disabled?: boolean; language?: Language } = {},
): Promise<TestPerson> {
	const handle = unique("person");
	const person = {
		id: newId(),
		email: `${handle}@example.test`,
		name: `Person ${handle}`,
		language: options.language ?? null,
	};
	const passwordHash = options.password === undefined ? "none:none" : await hashPassword(options.password);
	await transactAs(world.database, {}, (tx) => insertPerson(tx, { ...person, passwordHash }, NOW));
	if (options.disabled)
		await world.owner.query("update users set disabled_at = $2 where id = $1", [person.id, NOW]);
	return person;
}

/** Gives a person a role, without an audit event: the agency's, or at a location. */
export async function makeMember(
	{ owner }: World,
	agency: { id: string },
	person: { id: string },
	role: PersonRole,
	location?: { id: string },
) {
	if (role === "MANAGER" || role === "VIEWER") {
		await owner.query("insert into location_members values ($1, $2, $3, $4, $5)", [
			agency.id,
			location?.id,
			person.id,
			role,
			NOW,
		]);
	} else {
		await owner.query("insert into agency_members values ($1, $2, $3, $4)", [
			agency.id,
			person.id,
			role,
			NOW,
		]);
	}
	return person;
}

export type KeyOptions = {
	/** Makes a location key; without it the key is the agency's. */
	location?: { id: string };
	/** An agency key that acts on these alone. */
	chosenLocations?: readonly { id: string }[];
	title?: string;
	description?: string;
	role?: KeyRole;
	scopes?: Scope[];
	allowedAddresses?: string[];
	rateLimit?: { max: number; seconds: number };
	credits?: number;
	expiresAt?: Date;
	disabled?: boolean;
	revoked?: boolean;
	compromised?: boolean;
	deletedAt?: Date;
	secretEndsAt?: Date;
	lastUsedAt?: Date;
	createdAt?: Date;
	createdBy?: { id: string; name: string };
	createdByName?: string;
};

/** A key that works, unless the options say otherwise, with its plaintext. Leaves no audit event. */
export async function makeKey(
	world: World,
	agency: { id: string },
	options: KeyOptions = {},
): Promise<TestKey> {
	const level = options.location ? "LOCATION" : "AGENCY";
	const secret = generateSecret(level);
	const [pepper] = keyRing("key-pepper");
	const title = options.title ?? unique("Key");
	const id = newId();
	const row = {
		id,
		level,
		locationId: options.location?.id ?? null,
		allLocations: level === "AGENCY" && options.chosenLocations === undefined,
		locationIds: (options.chosenLocations ?? []).map((location) => location.id),
		title,
		titleFolded: foldName(title),
		description: options.description ?? "",
		role: options.role ?? "ADMIN",
		scopes: options.scopes ?? ["contacts.readonly"],
		allowedAddresses: options.allowedAddresses ?? [],
		rateLimitMax: options.rateLimit?.max ?? null,
		rateLimitSeconds: options.rateLimit?.seconds ?? null,
		credits: options.credits ?? null,
		expiresAt: options.expiresAt ?? null,
		createdById: options.createdBy?.id ?? null,
		createdByName: options.createdBy?.name ?? options.createdByName ?? "Somebody",
	} as const;
	const secretRow = {
		id: newId(),
		digest: digestKey(secret.plaintext, pepper),
		pepperId: pepper.id,
		prefix: secret.prefix,
		lastFour: secret.lastFour,
	};
	await transactAs(world.database, { agencyId: agency.id }, (tx) =>
		insertKey(tx, agency.id, row, secretRow, options.createdAt ?? NOW),
	);
	await arrangeState(world, id, options);
	return { id, agencyId: agency.id, locationId: row.locationId, title, secret: secret.plaintext };
}

/** What no service does in one step, or in the past. */
async function arrangeState({ owner }: World, keyId: string, options: KeyOptions) {
	const { disabled = false, revoked = false, compromised = false, deletedAt = null } = options;
	if (disabled || revoked || compromised || deletedAt) {
		await owner.query(
			`update api_keys set enabled = $2, revoked_at = $3, revoked_reason = $4, compromised = $5, deleted_at = $6
				where id = $1`,
			[keyId, !disabled, revoked ? NOW : null, revoked ? "Not needed" : null, compromised, deletedAt],
		);
	}
	if (options.secretEndsAt)
		await owner.query("update key_secrets set ends_at = $2 where key_id = $1", [keyId, options.secretEndsAt]);
	if (options.lastUsedAt)
		await owner.query("update key_last_uses set last_used_at = $2 where key_id = $1", [
			keyId,
			options.lastUsedAt,
		]);
}

/** Says what the agency asks of its keys. Leaves no audit event. */
export const makePolicy = (world: World, agency: { id: string }, changes: Partial<Policy>) =>
	transactAs(world.database, { agencyId: agency.id }, async (tx) => {
		await ensurePolicy(tx, agency.id, NOW);
		await updatePolicy(tx, agency.id, { ...DEFAULT_POLICY, ...changes }, NOW);
	});

/** What a form sends for a new key at the agency, or at a location. */
export function keyFields(location: { id: string } | null, fields: Partial<KeyFields> = {}): KeyFields {
	return {
		title: unique("New key"),
		description: "",
		level: location ? "LOCATION" : "AGENCY",
		locationId: location?.id ?? null,
		allLocations: location === null,
		locationIds: [],
		role: "ADMIN",
		scopes: ["contacts.readonly"],
		expiresAt: null,
		allowedAddresses: [],
		rateLimit: null,
		credits: null,
		...fields,
	};
}

/** Every column of a key's row, with the things that hang on it, as they are stored. Null when there is none. */
export async function storedKey({ owner }: World, keyId: string) {
	const { rows } = await owner.query(
		`select k.*, (select remaining::int from key_credits c where c.key_id = k.id) as credits,
			array(select location_id::text from key_locations l where l.key_id = k.id order by 1) as location_ids
			from api_keys k where k.id = $1`,
		[keyId],
	);
	return rows[0] ?? null;
}

type ContextOptions = {
	role: PersonRole;
	/** Where a location role counts. */
	location?: { id: string } | null;
	person?: { id: string; name: string };
	now?: Date;
	/** Whether the person has just proved that it is they; true unless said. */
	steppedUp?: boolean;
};

/** What services are told when a person with this role asks. */
export function contextFor(world: World, agency: { id: string }, options: ContextOptions): Context {
	const { role, location, person, now = NOW, steppedUp = true } = options;
	const isLocationRole = role === "MANAGER" || role === "VIEWER";
	return {
		database: world.database,
		agencyId: agency.id,
		actor: { kind: "person", id: person?.id ?? newId(), name: person?.name ?? `The ${role.toLowerCase()}` },
		grants: {
			agencyRole: isLocationRole ? null : role,
			locationRoles: new Map(isLocationRole && location ? [[location.id, role]] : []),
		},
		now,
		address: "203.0.113.7",
		steppedUp,
	};
}

export type StoredAuditEvent = {
	seq: number;
	action: string;
	actorId: string | null;
	subjectKind: string;
	subjectId: string;
	locationId: string | null;
	before: Record<string, unknown> | null;
	after: Record<string, unknown> | null;
};

/** The agency's audit events, oldest first. */
export async function auditTrail({ owner }: World, agency: { id: string }): Promise<StoredAuditEvent[]> {
	const { rows } = await owner.query(
		`select seq::int, action, actor_id as "actorId", subject_kind as "subjectKind", subject_id as "subjectId",
			location_id as "locationId", before, after
			from audit_events where agency_id = $1 order by seq`,
		[agency.id],
	);
	return rows;
}
