import "server-only";
import NextAuth, { CredentialsSignin } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { z } from "zod";
import { env, isPlainHttp } from "#lib/config/env.ts";
import { log } from "#lib/config/log.ts";
import { AppError } from "#lib/core/errors.ts";
import { Email, TypedPassword } from "#lib/core/people/email.ts";
import { database } from "#lib/data/client.ts";
import { checkPassword } from "#lib/services/people/check-password.ts";
import { findSignedIn } from "#lib/services/sessions/find.ts";
import { ABSOLUTE_HOURS } from "#lib/services/sessions/session-limits.ts";
import { startSession } from "#lib/services/sessions/start.ts";
import { sessionCookieName, sessionSecrets } from "./session-cookie.ts";
import { admitAttempt, forgiveAttempt } from "./throttle.ts";

/** Why a sign-in did not happen, in the words of the sign-in page's `error` parameter. */
export type SignInProblem = "credentials" | "throttled" | "busy";

class SignInRefused extends CredentialsSignin {
	constructor(problem: SignInProblem) {
		super();
		this.code = problem;
	}
}

const SignInForm = z.object({
	email: Email,
	password: TypedPassword,
	address: z.string(),
	client: z.string(),
});

async function authorize(input: unknown) {
	const form = SignInForm.safeParse(input);
	if (!form.success) throw new SignInRefused("credentials");
	const { email, password, address, client } = form.data;
	if (!(await admitAttempt({ email, address }))) throw new SignInRefused("throttled");
	try {
		const person = await checkPassword(database(), email, password);
		if (!person) throw new SignInRefused("credentials");
		await forgiveAttempt({ email, address });
		const sid = await startSession(database(), { personId: person.id, address, client }, new Date());
		return { ...person, sid };
	} catch (error) {
		if (error instanceof AppError) throw new SignInRefused("busy");
		throw error;
	}
}

/**
 * next-auth signs people in and out and seals the cookie. The cookie carries a random session id; the `sessions` row
 * decides on every request, so that ending a session ends it everywhere at once.
 */
export const { auth, signIn, signOut } = NextAuth(() => ({
	secret: sessionSecrets(),
	trustHost: true,
	session: { strategy: "jwt", maxAge: ABSOLUTE_HOURS * 3_600 },
	pages: { signIn: "/sign-in" },
	cookies: {
		sessionToken: {
			name: sessionCookieName(),
			options: { httpOnly: true, sameSite: "lax", path: "/", secure: !isPlainHttp(env().APP_ORIGIN) },
		},
	},
	providers: [Credentials({ credentials: { email: {}, password: {} }, authorize })],
	callbacks: {
		async jwt({ token, user }) {
			if (user && "sid" in user) return { sid: user.sid };
			if (typeof token.sid !== "string") return null;
			const person = await findSignedIn(database(), token.sid, new Date());
			return person ? { sid: token.sid, person } : null;
		},
		session({ session, token }) {
			const person = token.person as { id: string; name: string; email: string } | undefined;
			return person ? { ...session, user: { ...session.user, ...person } } : session;
		},
	},
	logger: {
		error(error) {
			// A wrong password is an everyday answer, told to the person who typed it.
			if (error instanceof CredentialsSignin) return;
			log().error({ err: error }, "sign-in failed unexpectedly");
		},
	},
}));
