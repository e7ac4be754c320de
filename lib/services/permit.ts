import { AppError } from "#lib/core/errors.ts";
import { isAllowed, type Permission } from "#lib/core/permissions.ts";
import type { Context } from "#lib/data/context.ts";

/** Refuses unless the actor's role at the place allows this. For things whose existence the actor may know. */
export function permit(ctx: Context, permission: Permission, locationId: string | null = null) {
	if (isAllowed(ctx.grants, permission, locationId)) return;
	throw new AppError("forbidden", "Your role here does not allow this.");
}
