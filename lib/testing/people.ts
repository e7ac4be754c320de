import { newId } from "#lib/core/ids.ts";
import { findSignedIn } from "#lib/services/sessions/find.ts";
import { startSession } from "#lib/services/sessions/start.ts";
import { makeMember, makePerson, NOW } from "./factories.ts";
import type { World } from "./world.ts";

/** Who has which role in an agency and at its locations, as it is stored. */
export async function storedRoles({ owner }: World, agency: { id: string }) {
	const { rows } = await owner.query<{ id: string; location: string | null; role: string }>(
		`select user_id as id, null::uuid as location, role::text from agency_members where agency_id = $1
			union all select user_id, location_id, role::text from location_members where agency_id = $1
			order by location nulls first, id`,
		[agency.id],
	);
	return rows;
}

/** A person with an agency role. */
export const makeAgencyPerson = async (
	world: World,
	agency: { id: string },
	role: "OWNER" | "ADMIN" | "MEMBER",
) => {
	const person = await makePerson(world);
	await makeMember(world, agency, person, role);
	return person;
};

/** A living session of a person, and whether it still is one. */
export async function signedInSession({ database }: World, person: { id: string }) {
	const sid = await startSession(
		database,
		{ personId: person.id, address: "203.0.113.9", client: "test" },
		NOW,
	);
	return { isAlive: async () => (await findSignedIn(database, sid, NOW)) !== null };
}

/** Has an agency switch off the keys of people who go. */
export const disableLeaverKeys = ({ owner }: World, agency: { id: string }) =>
	owner.query("insert into agency_policies (agency_id, leaver_keys, updated_at) values ($1, 'DISABLE', $2)", [
		agency.id,
		NOW,
	]);

/** The token in a link that was told instead of mailed. */
export function tokenIn(delivery: { mailed: boolean; link?: string }) {
	const token = new URL(delivery.link ?? "https://none.invalid").searchParams.get("token");
	if (!token) throw new Error("there is no link");
	return token;
}

/** Text of a token's form that nobody was given. */
export const strangeToken = () => Buffer.from(newId().repeat(2)).subarray(0, 32).toString("base64url");
