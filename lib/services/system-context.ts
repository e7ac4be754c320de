import type { Database } from "#lib/data/client.ts";
import type { Context } from "#lib/data/context.ts";

/** What services are told when Latchkey itself acts in an agency. It has no role: nothing that asks for one goes through. */
export const systemContext = (database: Database, agencyId: string, now: Date): Context => ({
	database,
	agencyId,
	actor: { kind: "system", id: null, name: "Latchkey" },
	grants: { agencyRole: null, locationRoles: new Map() },
	now,
	address: "",
	steppedUp: false,
});
