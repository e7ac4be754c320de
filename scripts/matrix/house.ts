import type { Grants, LocationRole } from "#lib/core/permissions.ts";
import { isAllowed, keyPermission } from "#lib/core/permissions.ts";
import type { Context } from "#lib/data/context.ts";
import { createAgency } from "#lib/services/agencies/create.ts";
import { createKey } from "#lib/services/keys/create.ts";
import { createLocation } from "#lib/services/locations/create.ts";
import { addToAgency } from "#lib/services/people/add-to-agency.ts";
import { addToLocation } from "#lib/services/people/add-to-location.ts";
import { keyFields, makePerson } from "#lib/testing/factories.ts";
import type { World } from "#lib/testing/world.ts";

export type Named = { id: string; slug: string; name: string };

/** A text that only those may read who have the right to; in everybody else's answers it is a leak. */
export type Canary = {
	text: string;
	mayRead: (grants: Grants) => boolean;
	/** For what is gone, of which the audit log alone still tells. */
	isLogged?: boolean;
};

/** An agency with a place of every kind, and something to hide in each. */
export type House = {
	agency: Named;
	/** How its owner calls services. */
	owner: () => Context;
	location: Named;
	sibling: Named;
	deletedLocation: Named;
	canaries: Canary[];
};

let made = 0;
/** Names of one length, so that answers about them can be compared byte by byte. */
const unique = (kind: string) => `${kind}-${String(++made).padStart(6, "0")}`;

/** Opens an agency; `isHome` when callers have their rights in it. */
export async function openHouse(world: World, { isHome }: { isHome: boolean }): Promise<House> {
	const slug = unique("agency");
	const name = `Name of ${slug}`;
	const founder = await makePerson(world);
	const ctx = await createAgency(world.database, { name, slug, owner: founder }, new Date());
	const owner = () => ({ ...ctx, now: new Date(), steppedUp: true });
	const agency = { id: ctx.agencyId, slug, name };
	const location = await openLocation(owner());
	const sibling = await openLocation(owner());
	const deletedLocation = await openLocation(owner());
	const canaries = [
		{ text: name, mayRead: () => isHome },
		...(await hideAt(world, owner(), null)),
		...(await hideAt(world, owner(), location)),
		...(await hideAt(world, owner(), sibling)),
		{
			text: deletedLocation.name,
			mayRead: (grants: Grants) => isAllowed(grants, "agency_audit.read", null),
			isLogged: true,
		},
	].map(({ mayRead, ...canary }) => ({
		...canary,
		mayRead: (grants: Grants) => isHome && mayRead(grants),
	}));
	await world.owner.query("update locations set deleted_at = now() where id = $1", [deletedLocation.id]);
	return { agency, owner, location, sibling, deletedLocation, canaries };
}

const openLocation = (ctx: Context): Promise<Named> =>
	createLocation(ctx, { name: unique("Name of a location") });

/** A key and a member at the agency, or at a location, whose title and e-mail are for some to read. */
async function hideAt(world: World, ctx: Context, location: Named | null): Promise<Canary[]> {
	const at = location?.id ?? null;
	const { key } = await createKey(ctx, keyFields(location, { title: unique("title of a key") }));
	const member = await makePerson(world);
	if (at === null) await addToAgency(ctx, { personId: member.id, role: "MEMBER" });
	else
		await addToLocation(ctx, { personId: member.id, locationId: at, role: "VIEWER" satisfies LocationRole });
	// A location's list names the agency people who reach it as well.
	const mayReadMember = (grants: Grants) =>
		at === null
			? [null, ...grants.locationRoles.keys()].some((id) => isAllowed(grants, "location_member.read", id))
			: isAllowed(grants, "location_member.read", at);
	return [
		{ text: key.title, mayRead: (grants) => isAllowed(grants, keyPermission(at, "read"), at) },
		{ text: member.email, mayRead: mayReadMember },
		...(location
			? [{ text: location.name, mayRead: (grants: Grants) => isAllowed(grants, "location.view", at) }]
			: []),
	];
}
