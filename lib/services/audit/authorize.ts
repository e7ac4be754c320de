import { notFound } from "#lib/core/errors.ts";
import { isAllowed } from "#lib/core/permissions.ts";
import type { Context } from "#lib/data/context.ts";
import { permit } from "../permit.ts";

/** Refuses unless the actor may read the log here: all of the agency's, or a location's part of it. */
export function permitAudit(ctx: Context, placeId: string | null) {
	if (!isAllowed(ctx.grants, placeId === null ? "agency.view" : "location.view", placeId)) throw notFound();
	permit(ctx, placeId === null ? "agency_audit.read" : "location_audit.read", placeId);
}
