import { cookies } from "next/headers";
import { CredentialsSignin } from "next-auth";
import { languageAskedFor } from "#components/texts/texts-of.ts";
import { endSession } from "#lib/auth/end-session.ts";
import { signIn } from "#lib/auth/next-auth.ts";
import { readSid } from "#lib/auth/session-cookie.ts";
import { CodeNeeded } from "#lib/auth/sign-in-refused.ts";
import { ticketCookie, ticketCookieName } from "#lib/auth/ticket-cookie.ts";
import { typedEmailCookie } from "#lib/auth/typed-email.ts";
import { localPath, seeOther } from "#lib/http/local-redirect.ts";

const BODY_TYPE = "application/x-www-form-urlencoded";

/**
 * A plain form post: it works without scripts, and no server action exists before sign-in. Those with a second factor
 * come twice, with their password and then with a code.
 */
export async function POST(request: Request) {
	if (!request.headers.get("content-type")?.startsWith(BODY_TYPE)) return seeOther("/sign-in?error=invalid");
	const form = new URLSearchParams(await request.text());
	const byCode = form.has("code");
	const email = form.get("email") ?? "";
	const address = request.headers.get("x-latchkey-address") ?? "";
	const target = localPath(form.get("callbackUrl"));
	const earlierSid = await readSid(request.headers.get("cookie") ?? undefined);
	const proof = byCode
		? { ticket: (await cookies()).get(ticketCookieName())?.value ?? "", code: form.get("code") ?? "" }
		: { email, password: form.get("password") ?? "" };
	try {
		const client = request.headers.get("user-agent") ?? "";
		const visitor = { address, client, language: await languageAskedFor() };
		await signIn(byCode ? "code" : "credentials", { redirect: false, ...proof, ...visitor });
		if (earlierSid) await endSession(earlierSid, address);
		return seeOther(target, withCookies(typedEmailCookie(""), ticketCookie("")));
	} catch (error) {
		if (!(error instanceof CredentialsSignin)) throw error;
		const next = signInAddress(target);
		if (error instanceof CodeNeeded) {
			return seeOther(next({ step: "code" }), withCookies(typedEmailCookie(""), ticketCookie(error.ticket)));
		}
		if (!byCode) return seeOther(next({ error: error.code }), withCookies(typedEmailCookie(email)));
		if (error.code === "ticket") return seeOther(next({ error: "ticket" }), withCookies(ticketCookie("")));
		return seeOther(next({ step: "code", error: error.code }));
	}
}

const signInAddress = (target: string) => (search: Record<string, string>) =>
	`/sign-in?${new URLSearchParams({ ...search, ...(target !== "/" && { callbackUrl: target }) })}`;

const withCookies = (...cookies: string[]): HeadersInit =>
	cookies.map((cookie): [string, string] => ["Set-Cookie", cookie]);
