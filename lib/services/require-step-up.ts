import { AppError } from "#lib/core/errors.ts";
import type { Context } from "#lib/data/context.ts";

/** Refuses what is grave unless the person has proved within the last minutes that it is they. `why` is for them to read. */
export function requireStepUp({ steppedUp }: Pick<Context, "steppedUp">, why: string) {
	if (!steppedUp) throw new AppError("step_up_required", why);
}
