import { notFound } from "#lib/core/errors.ts";
import { isAllowed, keyPermission } from "#lib/core/permissions.ts";
import type { Context } from "#lib/data/context.ts";
import { permit } from "../permit.ts";

/** Refuses unless the actor may read about the reviews of a place, or make one. To others the place does not exist. */
export function permitReviews(ctx: Context, locationId: string | null, verb: "read" | "write") {
	if (!isAllowed(ctx.grants, keyPermission(locationId, "read"), locationId)) throw notFound();
	permit(ctx, keyPermission(locationId, verb), locationId);
}

const auditPermission = (locationId: string | null) =>
	locationId === null ? "agency_audit.read" : "location_audit.read";

/** Whether the actor may read what a record has from the audit log: who changed which key, and when. */
export const mayReadChanges = ({ grants }: Context, locationId: string | null) =>
	isAllowed(grants, auditPermission(locationId), locationId);

/** Refuses unless the actor may take a whole record with them, changes and all. For those who may know that it is there. */
export function permitRecord(ctx: Context, locationId: string | null) {
	permit(ctx, auditPermission(locationId), locationId);
}
