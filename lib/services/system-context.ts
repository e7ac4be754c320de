import type { Database } from "#lib/data/client.ts";
import type { Context } from "#lib/data/context.ts";

/** How Latchkey itself acts in an agency. It asks nobody for leave and has no address. */
export const systemContext = (database: Database, agencyId: string, now: Date): Context => ({
	database,
	agencyId,
	actor: { kind: "system", id: null, name: "Latchkey" },
	grants: { agencyRole: null, locationRoles: new Map() },
	now,
	address: "",
	steppedUp: false,
});
