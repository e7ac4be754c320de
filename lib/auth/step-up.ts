import "server-only";
import { AppError } from "#lib/core/errors.ts";
import type { Context } from "#lib/data/context.ts";
import { confirmPassword } from "#lib/services/people/check-password.ts";
import { admitAttempt, forgiveAttempt } from "./throttle.ts";

/**
 * The same context, marked as stepped up when the person's password came along. A borrowed session may not try
 * passwords for ever, so attempts are counted as they are at sign-in.
 */
export async function confirmStepUp(ctx: Context, password: string | undefined): Promise<Context> {
	if (!password || ctx.actor.kind !== "person") return ctx;
	const attempt = { email: `step-up ${ctx.actor.id}`, address: ctx.address };
	if (!(await admitAttempt(attempt))) {
		throw refuse("rate_limited", "Too many attempts. Wait a quarter of an hour, then try again.");
	}
	if (!(await confirmPassword(ctx.database, ctx.actor.id, password))) {
		throw refuse("step_up_required", "That is not your password.");
	}
	await forgiveAttempt(attempt);
	return { ...ctx, steppedUp: true };
}

const refuse = (code: "rate_limited" | "step_up_required", message: string) =>
	new AppError(code, message, { fields: [{ field: "password", message }] });
