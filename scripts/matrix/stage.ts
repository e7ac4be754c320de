import { sealedSid } from "#lib/auth/session-cookie.ts";
import type { Grants, PersonRole } from "#lib/core/permissions.ts";
import { type Scope, scopesForLevel } from "#lib/core/scopes.ts";
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
const NOBODY = { person: null, cookie: null, grants: null, key: null };

/** Two agencies that know nothing of each other, one that is gone, and everybody who may call. */
export async function setStage(world: World, origin: string): Promise<Stage> {
	const client = clientOf(origin);
	const home = await openHouse(world, { isHome: true });
	const abroad = await openHouse(world, { isHome: false });
	const gone = await openHouse(world, { isHome: false });
	const stage: Stage = { world, client, home, abroad, gone, callers: [] };
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
	const email = `${handle.toLowerCase()}@matrix.test`;
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

/** A cookie that was good until its session ended, of somebody who may do everything. */
async function endedSession(stage: Stage): Promise<Caller> {
	const { person, cookie } = await employ(stage, "OWNER", "gone");
	await stage.world.owner.query("update sessions set ended_at = now() where user_id = $1", [person?.id]);
	return { ...NOBODY, name: "ended session", person, cookie };
}

/** One more living session of a caller, for a call that uses it up. */
export async function anotherSession(world: World, personId: string): Promise<string> {
	const now = new Date();
	const sid = await startSession(world.database, { personId, address: "127.0.0.1", client: "matrix" }, now);
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
