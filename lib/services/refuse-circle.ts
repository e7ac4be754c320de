import { env } from "#lib/config/env.ts";
import { isThanksPath } from "#lib/core/crm/form-path.ts";
import { linkSlugIn } from "#lib/core/crm/link-path.ts";
import { AppError } from "#lib/core/errors.ts";

/** Refuses addresses of ours from which visitors would be led on, and could come round again and again. */
export function refuseCircle(redirectTo: string, from: "form" | "link") {
	const { origin, pathname } = new URL(redirectTo);
	const leadsOn = isThanksPath(pathname) || (from === "link" && linkSlugIn(pathname) !== null);
	if (origin !== env().APP_ORIGIN || !leadsOn) return;
	const message = "This address leads on by itself. Enter the one that people are to see in the end.";
	throw new AppError("invalid_input", message, { fields: [{ field: "redirectTo", message }] });
}
