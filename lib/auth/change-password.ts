import "server-only";
import { cookies } from "next/headers";
import type { AccountContext } from "#lib/data/context.ts";
import { type ChangePassword, changePassword as change } from "#lib/services/people/change-password.ts";
import { countAttempts } from "./prove.ts";
import { sealedSid } from "./session-cookie.ts";

/** Changes the person's password, and goes on with their session under a new cookie. Wrong passwords are counted. */
export async function changePassword(account: AccountContext, input: ChangePassword): Promise<void> {
	const { person, address, now } = account;
	const { sid, expiresAt } = await countAttempts(
		person,
		{ address, field: "current" },
		() => change(account, input),
		"That is not your present password.",
	);
	(await cookies()).set(await sealedSid(sid, { now, expiresAt }));
}
