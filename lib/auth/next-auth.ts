import "server-only";
import { after as recordLater } from "next/server";
import NextAuth, { CredentialsSignin } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { log } from "#lib/config/log.ts";
import { AppError } from "#lib/core/errors.ts";
import { Email, TypedPassword } from "#lib/core/people/email.ts";
import { database } from "#lib/data/client.ts";
import { recordRefusedSignIn } from "#lib/services/audit/record-refusal.ts";
import { checkPassword } from "#lib/services/people/check-password.ts";
import { issueTicket } from "#lib/services/second-factor/ticket.ts";
import { ABSOLUTE_HOURS } from "#lib/services/sessions/session-limits.ts";
import { startCheckedSession } from "#lib/services/sessions/start.ts";
import { authorizeByCode } from "./authorize-by-code.ts";
import { sessionCookieName, sessionCookieOptions, sessionSecrets } from "./session-cookie.ts";
import { CodeNeeded, SignInRefused } from "./sign-in-refused.ts";
import { admitAttempt, forgiveAttempt, takeAttemptBack } from "./throttle.ts";
import { Visitor } from "./visitor.ts";

const SignInForm = Visitor.extend({ email: Email, password: TypedPassword });

async function authorize(input: unknown) {
	const form = SignInForm.safeParse(input);
	if (!form.success) throw new SignInRefused("credentials");
	const { email, password, ...visitor } = form.data;
	const { address } = visitor;
	if (!(await admitAttempt({ email, address }))) {
		log().warn({ address }, "sign-in throttled");
		throw new SignInRefused("throttled");
	}
	let isForgiven = false;
	try {
		const person = await checkPassword(database(), email, password);
		if (!person) {
			log().info({ address }, "sign-in refused");
			recordLater(() => recordRefusedSignIn(database(), { email, address }, new Date()));
			throw new SignInRefused("credentials");
		}
		await forgiveAttempt({ email, address });
		isForgiven = true;
		const now = new Date();
		if (person.hasSecondFactor) throw new CodeNeeded(await issueTicket(database(), person, now));
		const sid = await startCheckedSession(database(), person, visitor, now);
		return { ...person, sid };
	} catch (error) {
		if (error instanceof AppError) {
			if (!isForgiven) await takeAttemptBack({ email, address });
			throw new SignInRefused("busy");
		}
		throw error;
	}
}

/**
 * next-auth signs people in and out and seals the cookie. The cookie carries a random session id; the `sessions` row
 * decides on every request, so that ending a session ends it everywhere at once.
 */
export const { signIn, signOut } = NextAuth(() => ({
	secret: sessionSecrets(),
	trustHost: true,
	session: { strategy: "jwt", maxAge: ABSOLUTE_HOURS * 3_600 },
	pages: { signIn: "/sign-in" },
	cookies: {
		sessionToken: {
			name: sessionCookieName(),
			options: sessionCookieOptions(),
		},
	},
	providers: [
		Credentials({ credentials: { email: {}, password: {} }, authorize }),
		Credentials({ id: "code", credentials: { ticket: {}, code: {} }, authorize: authorizeByCode }),
	],
	callbacks: {
		// The token says which session it is and nothing else. Whether that one still counts is asked outside of
		// next-auth, which would take a database that is away for a person who is signed out.
		jwt: ({ token, user }) => ({ sid: user && "sid" in user ? user.sid : token.sid }),
	},
	logger: {
		error(error) {
			// A wrong password is an everyday answer, told to the person who typed it.
			if (error instanceof CredentialsSignin) return;
			log().error({ err: error }, "sign-in failed unexpectedly");
		},
	},
}));
