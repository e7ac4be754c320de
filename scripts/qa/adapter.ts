import { z } from "zod";
import type { KeyEdit, KeyFields } from "#lib/core/keys/fields.ts";
import { WEBHOOK_EVENTS } from "#lib/core/webhook-events.ts";
import { transactAs } from "#lib/data/transaction.ts";
import { deleteAgency } from "#lib/services/agencies/delete.ts";
import { createKey } from "#lib/services/keys/create.ts";
import { deleteKey } from "#lib/services/keys/delete.ts";
import { editKey } from "#lib/services/keys/edit.ts";
import { endKeyOverlap } from "#lib/services/keys/end-overlap.ts";
import { restoreKey } from "#lib/services/keys/restore.ts";
import { revokeKey } from "#lib/services/keys/revoke.ts";
import { rotateKey } from "#lib/services/keys/rotate.ts";
import { setKeyEnabled } from "#lib/services/keys/set-enabled.ts";
import { createLocation } from "#lib/services/locations/create.ts";
import { deleteLocation } from "#lib/services/locations/delete.ts";
import { resumeLocation } from "#lib/services/locations/resume.ts";
import { suspendLocation } from "#lib/services/locations/suspend.ts";
import { removeFromAgency } from "#lib/services/people/remove-from-agency.ts";
import { createSharedSecret } from "#lib/services/shared-secret/create.ts";
import { readCurrentSecret } from "#lib/services/shared-secret/read-current.ts";
import { requireSignedRequests } from "#lib/services/shared-secret/require-signed-requests.ts";
import { contextFor, keyFields, storedKey } from "#lib/testing/factories.ts";
import { type Answer, readOwnKey, readVerdict } from "./answers.ts";
import type { Instance } from "./instance.ts";
import type { Rig } from "./rig.ts";
import { type QaKey, seedKeys } from "./seed-keys.ts";

/** What the checks do to the product, in words that outlive its insides. */

/** An agency with a location, and a key of it that may ask about others. */
export type Scene = { agencyId: string; locationId: string; caller: QaKey };

/** A change that was acknowledged. All times are by `performance.now()`. */
export type Acknowledged = {
	ackAt: number;
	/** Whether every instance was said to know. */
	propagated: boolean;
	/** From here on nobody may answer as before. */
	certainAt: number;
};

const Propagation = z.discriminatedUnion("propagated", [
	z.object({ propagated: z.literal(true) }),
	z.object({ propagated: z.literal(false), laggards: z.array(z.string()), certainBy: z.date() }),
]);

export async function makeScene(rig: Rig): Promise<Scene> {
	const { rows } = await rig.owner.query<{ agency: string; location: string }>(
		`with a as (
			insert into agencies (id, slug, name, created_at)
			select id, 'qa-' || id, 'QA', now() from gen_random_uuid() id returning id
		)
		insert into locations (agency_id, id, slug, name, created_at)
		select id, gen_random_uuid(), 'first', 'First', now() from a returning agency_id as agency, id as location`,
	);
	const { agency: agencyId = "", location: locationId = "" } = rows[0] ?? {};
	const [caller] = await seedKeys(rig, agencyId, 1, () => ({ scopes: ["keys.verify"] }));
	if (!caller) throw new Error("no key was made");
	return { agencyId, locationId, caller };
}

export async function newLocation(rig: Rig, { agencyId }: Scene): Promise<{ id: string } & Acknowledged> {
	const name = `l-${Math.random().toString(36).slice(2)}`;
	const location = await createLocation(ownerOf(rig, agencyId), { name });
	return { id: location.id, ...acknowledged(location) };
}

export async function create(rig: Rig, { agencyId }: Scene, fields: Partial<KeyFields> = {}) {
	const title = `new ${Math.random()}`;
	const { key, secret } = await createKey(ownerOf(rig, agencyId), keyFields(null, { ...fields, title }));
	return { key: { id: key.id, agencyId, title, secret } satisfies QaKey, ...acknowledged(undefined) };
}

export const revoke = async (rig: Rig, key: QaKey) =>
	acknowledged(await revokeKey(ownerOf(rig, key.agencyId), { keyId: key.id, reason: "Not needed" }));

export const setEnabled = async (rig: Rig, key: QaKey, enabled: boolean) =>
	acknowledged(await setKeyEnabled(ownerOf(rig, key.agencyId), { keyId: key.id, enabled }));

export const remove = async (rig: Rig, key: QaKey) =>
	acknowledged(await deleteKey(ownerOf(rig, key.agencyId), { keyId: key.id, typedTitle: key.title }));

export const restore = async (rig: Rig, key: QaKey) =>
	acknowledged(await restoreKey(ownerOf(rig, key.agencyId), { keyId: key.id }));

/** The key as somebody who has just looked at it knows it. */
async function seen(rig: Rig, { id: keyId }: QaKey) {
	return { keyId, version: (await storedKey(rig, keyId)).version };
}

/** Gives the key a new secret; the questions go on being about the one before. */
export const rotate = async (rig: Rig, key: QaKey, overlapSeconds: number) =>
	acknowledged(await rotateKey(ownerOf(rig, key.agencyId), { ...(await seen(rig, key)), overlapSeconds }));

export const endOverlap = async (rig: Rig, key: QaKey) =>
	acknowledged(await endKeyOverlap(ownerOf(rig, key.agencyId), await seen(rig, key)));

/** Of the scene's location, which is called "First". */
export const suspend = async (rig: Rig, { agencyId, locationId }: Scene) =>
	acknowledged(await suspendLocation(ownerOf(rig, agencyId), { locationId }));

export const resume = async (rig: Rig, { agencyId, locationId }: Scene) =>
	acknowledged(await resumeLocation(ownerOf(rig, agencyId), { locationId }));

export const removeLocation = async (rig: Rig, { agencyId, locationId }: Scene) =>
	acknowledged(await deleteLocation(ownerOf(rig, agencyId), { locationId, typedName: "First" }));

/** The scene's agency, which is called "QA". */
export const removeAgency = async (rig: Rig, { agencyId }: Scene) =>
	acknowledged(await deleteAgency(ownerOf(rig, agencyId), { typedName: "QA" }));
export async function requireSigning(rig: Rig, { agencyId }: QaKey, required: boolean) {
	const ctx = ownerOf(rig, agencyId);
	await createSharedSecret(ctx);
	return acknowledged(await requireSignedRequests(ctx, { required }));
}

/** Takes whoever made the key out of the agency, whose policy switches off what they leave behind. */
export async function removeCreator(rig: Rig, { id, agencyId }: QaKey) {
	const { rows } = await rig.owner.query<{ id: string }>(
		`with creator as (
			insert into users (id, email, name, password_hash, created_at, updated_at)
			select id, id || '@qa.example', 'Leaver', 'none:none', now(), now() from gen_random_uuid() id returning id
		), policy as (
			insert into agency_policies (agency_id, leaver_keys, updated_at) values ($1, 'DISABLE', now())
		), member as (
			insert into agency_members (agency_id, user_id, role, created_at) select $1, id, 'MEMBER', now() from creator
		), made as (
			update api_keys set created_by_id = creator.id from creator where agency_id = $1 and api_keys.id = $2
		)
		select id from creator`,
		[agencyId, id],
	);
	return acknowledged(await removeFromAgency(ownerOf(rig, agencyId), { personId: rows[0]?.id ?? "" }));
}

/** Edits what is named and leaves the rest as it is. */
export async function edit(rig: Rig, key: QaKey, fields: Partial<KeyEdit>) {
	const stored = await storedKey(rig, key.id);
	const whole: KeyEdit = {
		keyId: key.id,
		version: stored.version,
		title: stored.title,
		description: stored.description,
		allLocations: stored.all_locations,
		locationIds: stored.location_ids,
		role: stored.role,
		scopes: stored.scopes,
		expiresAt: stored.expires_at,
		allowedAddresses: stored.allowed_addresses,
		rateLimit:
			stored.rate_limit_max === null
				? null
				: { max: stored.rate_limit_max, seconds: stored.rate_limit_seconds },
		...fields,
	};
	return acknowledged(await editKey(ownerOf(rig, key.agencyId), whole));
}

/** A change by hand, of which no service knows. */
export async function bySql(rig: Rig, statement: string, values: unknown[]): Promise<Acknowledged> {
	const { rowCount } = await rig.owner.query(statement, values);
	if (rowCount === 0) throw new Error(`Nothing was changed by: ${statement}`);
	return acknowledged(undefined);
}

/** Revokes a key as somebody at the database's own prompt would. */
export const revokeByHand = (rig: Rig, { agencyId, id }: QaKey) =>
	bySql(
		rig,
		"update api_keys set revoked_at = now(), revoked_reason = 'By hand' where agency_id = $1 and id = $2",
		[agencyId, id],
	);

export type Question = {
	scopes?: string[];
	locationId?: string;
	clientIp?: string;
	cost?: number;
};

/** Asks an instance about a key: the key presents itself, or a caller of the scene asks on its behalf. */
export async function verify(
	instance: Instance,
	key: QaKey,
	asked?: Question & { by: Scene },
): Promise<Answer> {
	if (!asked) {
		const headers = { Authorization: `Bearer ${key.secret}` };
		return readOwnKey(await instance.client.send({ method: "GET", path: "/api/v2/keys/me", headers }));
	}
	const { by, ...question } = asked;
	const body = JSON.stringify({ key: key.secret, ...question });
	const headers = {
		Authorization: `Bearer ${by.caller.secret}`,
		"Content-Type": "application/json",
		"Content-Length": String(Buffer.byteLength(body)),
	};
	const call = { method: "POST", path: "/api/v2/keys/verify", headers, body } as const;
	return readVerdict(await instance.client.send(call));
}

/** A webhook that hears of everything, at any address: also at one that nobody could enter. */
export async function addWebhook({ owner }: Rig, agencyId: string, url: string): Promise<string> {
	const { rows } = await owner.query<{ id: string }>(
		`insert into webhook_endpoints (agency_id, id, url, events, created_at, created_by_name, updated_at)
			values ($1, gen_random_uuid(), $2, $3, now(), 'The rig', now()) returning id`,
		[agencyId, url, WEBHOOK_EVENTS],
	);
	return rows[0]?.id ?? "";
}

type Delivery = { eventId: string; subjectId: string; attempts: number; statuses: number[] };

/** What a webhook was and is to be sent, in the order of what happened. */
export async function deliveriesTo({ owner }: Rig, endpointId: string): Promise<Delivery[]> {
	const { rows } = await owner.query<Delivery>(
		`select d.event_id as "eventId", d.subject_id as "subjectId", d.attempts,
				array(select a.status from webhook_attempts a
					where a.delivery_id = d.id and a.status is not null) as statuses
			from webhook_deliveries d where d.endpoint_id = $1 order by d.seq`,
		[endpointId],
	);
	return rows;
}

export async function countWaiting({ owner }: Rig, agencyId: string): Promise<number> {
	const { rows } = await owner.query<{ count: number }>(
		"select count(*)::int from webhook_deliveries where agency_id = $1 and state = 'PENDING'",
		[agencyId],
	);
	return rows[0]?.count ?? 0;
}

/** What waits to be delivered has waited for an hour longer. */
export const passAnHour = ({ owner }: Rig, agencyId: string) =>
	owner.query(
		`update webhook_deliveries set next_at = next_at - interval '1 hour' where agency_id = $1 and state = 'PENDING'`,
		[agencyId],
	);

/** What the agency's webhooks are signed with. */
export const signingSecret = (rig: Rig, agencyId: string): Promise<string> =>
	transactAs(rig.database, { agencyId }, async (tx) => {
		const { text } = await readCurrentSecret(tx, ownerOf(rig, agencyId));
		return text;
	});

export type Readiness = "ready" | "degraded" | "not ready" | "no answer";

export async function readiness(instance: Instance): Promise<Readiness> {
	const reply = await instance.client.send({ method: "GET", path: "/api/health/ready" });
	if (reply.status === 503) return "not ready";
	if (reply.status !== 200 || !("body" in reply)) return "no answer";
	return z.object({ status: z.enum(["ready", "degraded"]) }).parse(JSON.parse(reply.body)).status;
}

/** Uses with a verdict that are written down for these keys, and the latest time of use in milliseconds. */
export async function usageOf({ owner }: Rig, keys: readonly QaKey[], verdict = "VALID") {
	const { rows } = await owner.query<{ uses: string; last: Date | null }>(
		`select (select coalesce(sum(uses), 0) from key_usage_hours
				where key_id = any($1::uuid[]) and verdict = $2::"Verdict") as uses,
			(select max(last_used_at) from key_last_uses where key_id = any($1::uuid[])) as last`,
		[keys.map(({ id }) => id), verdict],
	);
	return { uses: Number(rows[0]?.uses), lastUsedAt: rows[0]?.last?.getTime() ?? null };
}

/** The application names of an instance's connections. */
export const CHANGES = "latchkey changes";
export const ENGINE = "latchkey engine";
export const METERS = "latchkey quotas";
export const PAGES = "latchkey";

/** Has PostgreSQL end the connection over which an instance hears of changes. Returns how many it ended. */
export async function endChangeChannel({ owner }: Rig, instance: Instance): Promise<number> {
	const { rowCount } = await owner.query(
		"select pg_terminate_backend(pid) from pg_stat_activity where application_name = $1 and client_port = any($2)",
		[CHANGES, instance.proxy.portsOf(CHANGES)],
	);
	return rowCount ?? 0;
}

const ownerOf = (rig: Rig, agencyId: string) =>
	contextFor(rig, { id: agencyId }, { role: "OWNER", now: new Date() });

function acknowledged(result: unknown): Acknowledged {
	const ackAt = performance.now();
	const told = z.object({ propagation: Propagation }).safeParse(result).data?.propagation;
	if (!told) return { ackAt, propagated: false, certainAt: Number.POSITIVE_INFINITY };
	if (told.propagated) return { ackAt, propagated: true, certainAt: ackAt };
	return { ackAt, propagated: false, certainAt: ackAt + told.certainBy.getTime() - Date.now() };
}
