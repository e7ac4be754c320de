import { AppError, type FieldError } from "#lib/core/errors.ts";
import { SetUpForm } from "#lib/core/places/set-up-form.ts";
import { IN_PLAIN_WORDS } from "#lib/core/plain-issues.ts";
import { database } from "#lib/data/client.ts";
import { findSetUpToken } from "#lib/services/agencies/find-set-up-token.ts";
import { checkSetUpToken, setUpInstallation } from "#lib/services/agencies/set-up.ts";
import { admitAttempt, forgiveAttempt } from "./throttle.ts";

export const isSetUp = async () => (await findSetUpToken(database())) === null;

type Typed = { token: string } & Record<keyof SetUpForm, string>;

/**
 * Sets the installation up with what a stranger has typed. Wrong tokens are counted for each address as passwords are;
 * nothing else is looked at before the token is right.
 */
export async function setUp({ token, ...typed }: Typed, address: string) {
	const attempt = { email: `set-up from ${address}`, address };
	if (!(await isSetUp()) && !(await admitAttempt(attempt))) {
		throw new AppError("rate_limited", "Too many attempts. Wait a quarter of an hour, then try again.");
	}
	await checkSetUpToken(database(), token);
	await forgiveAttempt(attempt);
	const parsed = SetUpForm.safeParse(typed, IN_PLAIN_WORDS);
	if (!parsed.success) {
		const fields: FieldError[] = parsed.error.issues.map(({ path, message }) => ({
			field: String(path[0] ?? ""),
			message,
		}));
		throw new AppError("invalid_input", "Some of it needs another look.", { fields });
	}
	return setUpInstallation(database(), { token, form: parsed.data, address }, new Date());
}
