import { sealedSid } from "#lib/auth/session-cookie.ts";
import type { Grants, PersonRole } from "#lib/core/permissions.ts";
import { type Scope, scopesForLevel } from "#lib/core/scopes.ts";
import { digestSid } from "#lib/core/session-id.ts";
import { createKey } from "#lib/services/keys/create.ts";
import { addToAgency } from "#lib/services/people/add-to-agency.ts";
import { addToLocation } from "#lib/services/people/add-to-location.ts";
import { createPerson } from "#lib/services/people/create.ts";
import { startSession } from "#lib/services/sessions/start.ts";
import { keyFields } from "#lib/testing/factories.ts";
import type { World } from "#lib/testing/world.ts";
import { type Client, clientOf } from "./client.ts";
import { type House, type Named, openHouse } from "./house.ts";

export const PASSWORD = "a long road through the hills";
export const NEXT_PASSWORD = "seven brown boats at dawn";
export const FORM_TYPE = "application/x-www-form-urlencoded";

/** Who calls. Rights are those at home; abroad nobody has any. */
export type Caller = {
	name: string;
	person: { id: string; email: string } | null;
	/** As a browser sends it; null when it has none. */
	cookie: string | null;
	/** Null when the server is not to know who this is. */
	grants: Grants | null;
	key: CallerKey | null;
};

export type CallerKey = { secret: string; locationId: string | null; scopes: readonly Scope[] };

export type Stage = {
	world: World;
	client: Client;
	/** Where the callers have their rights. */
	home: House;
	abroad: House;
	/** An agency that was deleted, with all in it. The callers had the same rights there. */
	gone: House;
	callers: Caller[];
};

/** What a caller shows of themselves. */
export const credentialsOf = ({ cookie, key }: Pick<Caller, "cookie" | "key">): Record<string, string> => ({
	...(cookie !== null && { Cookie: cookie }),
	...(key !== null && { Authorization: `Bearer ${key.secret}` }),
});

const ROLES = ["OWNER", "ADMIN", "MEMBER", "MANAGER", "VIEWER"] as const satisfies readonly PersonRole[];
/** What the person is called whose session ended, and who is left alone. */
const GONE = "gone";
const emailOf = (handle: string) => `${handle.toLowerCase()}@matrix.test`;
const NOBODY = { person: null, cookie: null, grants: null, key: null };

/** Two agencies that know nothing of each other, one that is gone, and everybody who may call. */
export async function setStage(world: World, origin: string): Promise<Stage> {
	const client = clientOf(origin);
	const home = await openHouse(world, { isHome: true });
	const abroad = await openHouse(world, { isHome: false });
	const gone = await openHouse(world, { isHome: false });
	const stage: Stage = { world, client, home, abroad, gone, callers: [] };
	await world.owner.query("update installation set set_up_at = now()");
	const [noSession, ...others] = await Promise.all([
		{ name: "no session", ...NOBODY },
		endedSession(stage),
		...ROLES.map((role) => employ(stage, role)),
		callerKey(home, "ADMIN", null),
		callerKey(home, "READONLY", null),
		callerKey(home, "ADMIN", home.location),
		callerKey(home, "READONLY", home.location),
	]);
	await world.owner.query("update agencies set deleted_at = now() where id = $1", [gone.agency.id]);
	return { ...stage, callers: [noSession, ...others] };
}

/** A person with this role at home, signed in as people sign in, who has just proved that it is they. */
async function employ(
	{ world, client, home, gone }: Stage,
	role: PersonRole,
	handle: string = role,
): Promise<Caller> {
	const email = emailOf(handle);
	const person = {
		...(await createPerson(world.database, { email, name: role, password: PASSWORD }, new Date())),
		email,
	};
	const isOfLocation = role === "MANAGER" || role === "VIEWER";
	for (const house of [home, gone]) {
		if (!isOfLocation) await addToAgency(house.owner(), { personId: person.id, role });
		else await addToLocation(house.owner(), { personId: person.id, locationId: house.location.id, role });
	}
	const cookie = await signIn(client, email);
	await stepUp(world, person.id);
	const grants: Grants = {
		agencyRole: isOfLocation ? null : role,
		locationRoles: new Map(isOfLocation ? [[home.location.id, role]] : []),
	};
	return { name: role, person, cookie, grants, key: null };
}

/** Gives the cast their roles, accounts and sessions back, after a call that took some of them away. */
export async function restoreCast({ world: { owner }, home, callers }: Stage) {
	for (const { person, grants } of callers) {
		if (!person || !grants) continue;
		await owner.query(
			`update users set email = $2, password_hash = (select password_hash from users where email = $3) where id = $1`,
			[person.id, person.email, emailOf(GONE)],
		);
		await owner.query("delete from second_factors where user_id = $1", [person.id]);
		await owner.query("delete from recovery_codes where user_id = $1", [person.id]);
		await owner.query("update sessions set ended_at = null where user_id = $1", [person.id]);
		const { agencyRole, locationRoles } = grants;
		if (agencyRole) {
			await owner.query(
				`insert into agency_members values ($1, $2, $3, now())
					on conflict (agency_id, user_id) do update set role = excluded.role`,
				[home.agency.id, person.id, agencyRole],
			);
		}
		for (const [locationId, role] of locationRoles) {
			await owner.query(
				"insert into location_members values ($1, $2, $3, $4, now()) on conflict do nothing",
				[home.agency.id, locationId, person.id, role],
			);
		}
	}
}

/** Somebody of the cast, by their role. */
export function personNamed({ callers }: Stage, name: PersonRole): { id: string; email: string } {
	const person = callers.find((caller) => caller.name === name)?.person;
	if (!person) throw new Error(`nobody is called ${name}`);
	return person;
}

/** The session cookie that the sign-in route gives for the right password. */
export async function signIn({ origin, send }: Client, email: string): Promise<string> {
	const { headers } = await send({
		method: "POST",
		path: "/api/auth/sign-in",
		headers: { Origin: origin, "Content-Type": FORM_TYPE },
		body: new URLSearchParams({ email, password: PASSWORD }).toString(),
	});
	const cookie = headers["set-cookie"]?.find((each) => each.startsWith("latchkey.session="))?.split(";")[0];
	if (!cookie) throw new Error(`${email} could not sign in: ${headers.location}`);
	return cookie;
}

const stepUp = (world: World, personId: string) =>
	world.owner.query("update sessions set stepped_up_at = now() where user_id = $1", [personId]);

/** Lets the cast's sessions, and what they proved, count from now: calling every cell takes longer than either lasts. */
export const keepSessions = ({ world, callers }: Stage) =>
	world.owner.query(
		`update sessions set last_seen_at = now(), stepped_up_at = now()
			where ended_at is null and stepped_up_at is not null and user_id = any($1)`,
		[callers.flatMap(({ person }) => person?.id ?? [])],
	);

/** A cookie that was good until its session ended, of somebody who may do everything. */
async function endedSession(stage: Stage): Promise<Caller> {
	const { person, cookie } = await employ(stage, "OWNER", GONE);
	await stage.world.owner.query("update sessions set ended_at = now() where user_id = $1", [person?.id]);
	return { ...NOBODY, name: "ended session", person, cookie };
}

/** One more living session of a caller, for a call that uses it up. */
export async function anotherSession(
	world: World,
	personId: string,
	{ isProved = false }: { isProved?: boolean } = {},
): Promise<string> {
	const now = new Date();
	const sid = await startSession(world.database, { personId, address: "127.0.0.1", client: "matrix" }, now);
	if (isProved) {
		await world.owner.query("update sessions set stepped_up_at = now() where sid_digest = $1", [
			digestSid(sid),
		]);
	}
	const { name, value } = await sealedSid(sid, { now, expiresAt: new Date(now.getTime() + 3_600_000) });
	return `${name}=${value}`;
}

/** A key at home that holds every scope that its level allows. */
async function callerKey(home: House, role: "ADMIN" | "READONLY", location: Named | null): Promise<Caller> {
	const scopes = [...scopesForLevel(location ? "LOCATION" : "AGENCY")];
	const { secret } = await createKey(home.owner(), keyFields(location, { role, scopes }));
	const name = `${location ? "location" : "agency"} key ${role}`;
	return { ...NOBODY, name, key: { secret, locationId: location?.id ?? null, scopes } };
}
