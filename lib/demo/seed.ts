import { randomBytes } from "node:crypto";
import type { KeyLevel, KeyRole } from "#lib/core/keys/key.ts";
import type { AgencyRole, PersonRole } from "#lib/core/permissions.ts";
import { capScopes, type Scope, scopesForLevel } from "#lib/core/scopes.ts";
import { database } from "#lib/data/client.ts";
import type { Context } from "#lib/data/context.ts";
import { markSetUp } from "#lib/data/installation.ts";
import { transactAs } from "#lib/data/transaction.ts";
import { createAgency } from "#lib/services/agencies/create.ts";
import { createKey } from "#lib/services/keys/create.ts";
import { createLocation } from "#lib/services/locations/create.ts";
import { addToAgency } from "#lib/services/people/add-to-agency.ts";
import { addToLocation } from "#lib/services/people/add-to-location.ts";
import { createPerson } from "#lib/services/people/create.ts";
import { seedContacts } from "./contacts.ts";
import { seedFormAndLink } from "./form-and-link.ts";
import { seedShowcase } from "./showcase.ts";
import { tellOfYesterday } from "./tell-of-yesterday.ts";
import { seedUses } from "./uses.ts";
import { seedWorkflows } from "./workflows.ts";

export type DemoUser = { email: string; password: string; role: PersonRole; location?: string };
export type DemoKey = {
	id: string;
	level: KeyLevel;
	role: KeyRole;
	scopes: Scope[];
	location?: string;
	key: string;
};

/** What the demo's owner needs to try everything. It holds passwords and keys: keep it where only they can read. */
export type DemoFacts = {
	url: string;
	agency: { id: string; slug: string };
	locations: { id: string; slug: string }[];
	users: DemoUser[];
	keys: DemoKey[];
};

const AGENCY = { name: "Demo Agency", slug: "demo" };
const LOCATIONS = ["Harbour", "Hillside", "Riverside"];
const AGENCY_PEOPLE: { account: string; role: AgencyRole }[] = [
	{ account: "owner", role: "OWNER" },
	{ account: "admin", role: "ADMIN" },
	{ account: "member", role: "MEMBER" },
];
const LOCATION_PEOPLE = [
	{ account: "manager", role: "MANAGER", locations: ["harbour"] },
	{ account: "viewer", role: "VIEWER", locations: ["harbour"] },
	{ account: "regional-manager", role: "MANAGER", locations: ["hillside", "riverside"] },
] as const;

const newPassword = () => randomBytes(12).toString("base64url");

type Account = DemoUser & { id: string; name: string };

async function createAccount(account: string, role: PersonRole, now: Date): Promise<Account> {
	const person = { email: `${account}@demo.example`, name: `Demo ${account}`, password: newPassword() };
	const { id } = await createPerson(database(), person, now);
	return { id, name: person.name, email: person.email, password: person.password, role };
}

/** Sets an installation up with an agency to look at. Null, and nothing done, when that was done before. */
export async function seedDemo({ url }: { url: string }): Promise<DemoFacts | null> {
	const now = new Date();
	if (!(await transactAs(database(), {}, (tx) => markSetUp(tx, now)))) return null;
	const [agencyAccounts, locationAccounts] = await Promise.all([
		Promise.all(AGENCY_PEOPLE.map(({ account, role }) => createAccount(account, role, now))),
		Promise.all(LOCATION_PEOPLE.map(({ account, role }) => createAccount(account, role, now))),
	]);
	const owner = agencyAccounts.find(({ role }) => role === "OWNER");
	if (!owner) throw new Error("the demo has no owner");

	const ctx = {
		...(await createAgency(database(), { ...AGENCY, owner: { id: owner.id, name: owner.name } }, now)),
		steppedUp: true,
	};
	const locations = [];
	for (const name of LOCATIONS) locations.push(await createLocation(ctx, { name }));
	for (const { id, role } of agencyAccounts) {
		if (role !== "OWNER") await addToAgency(ctx, { personId: id, role: role as AgencyRole });
	}
	for (const [index, { locations: slugs, role }] of LOCATION_PEOPLE.entries()) {
		const personId = locationAccounts[index]?.id ?? "";
		for (const { id, slug } of locations) {
			if ((slugs as readonly string[]).includes(slug))
				await addToLocation(ctx, { personId, locationId: id, role });
		}
	}

	const keys = [await createDemoKey(ctx, "ADMIN", null), await createDemoKey(ctx, "READONLY", null)];
	for (const location of locations) {
		keys.push(await createDemoKey(ctx, "ADMIN", location), await createDemoKey(ctx, "READONLY", location));
	}
	await seedWorkflows(ctx, locations);
	await seedUses(ctx, await seedShowcase(ctx, locations));
	await tellOfYesterday(ctx);
	for (const location of locations) await seedContacts(ctx, location);
	for (const { id } of locations) await seedFormAndLink(ctx, id);

	const users: DemoUser[] = [
		...agencyAccounts.map(({ email, password, role }) => ({ email, password, role })),
		...locationAccounts.map(({ email, password, role }, index) => ({
			email,
			password,
			role,
			location: LOCATION_PEOPLE[index]?.locations[0] ?? "",
		})),
	];
	return {
		url,
		agency: { id: ctx.agencyId, slug: AGENCY.slug },
		locations: locations.map(({ id, slug }) => ({ id, slug })),
		users,
		keys,
	};
}

async function createDemoKey(
	ctx: Context,
	role: KeyRole,
	location: { id: string; slug: string } | null,
): Promise<DemoKey> {
	const level: KeyLevel = location ? "LOCATION" : "AGENCY";
	const scopes = capScopes(scopesForLevel(level), role);
	const { key, secret } = await createKey(ctx, {
		level,
		locationId: location?.id ?? null,
		title: role === "ADMIN" ? "Demo, full access" : "Demo, read only",
		description: "Made with the demo. Its text is in the demo file.",
		allLocations: level === "AGENCY",
		locationIds: [],
		role,
		scopes,
		expiresAt: null,
		allowedAddresses: [],
		rateLimit: null,
		credits: null,
	});
	return { id: key.id, level, role, scopes, ...(location && { location: location.slug }), key: secret };
}
