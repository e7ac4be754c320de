import { CredentialsSignin } from "next-auth";
import { endSession } from "#lib/auth/end-session.ts";
import { signIn } from "#lib/auth/next-auth.ts";
import { readSid } from "#lib/auth/session-cookie.ts";
import { typedEmailCookie } from "#lib/auth/typed-email.ts";
import { localPath, seeOther } from "#lib/http/local-redirect.ts";

const BODY_TYPE = "application/x-www-form-urlencoded";

/** A plain form post: it works without scripts, and no server action exists before sign-in. */
export async function POST(request: Request) {
	if (!request.headers.get("content-type")?.startsWith(BODY_TYPE)) return seeOther("/sign-in?error=invalid");
	const form = new URLSearchParams(await request.text());
	const email = form.get("email") ?? "";
	const address = request.headers.get("x-latchkey-address") ?? "";
	const target = localPath(form.get("callbackUrl"));
	const earlierSid = await readSid(request.headers.get("cookie") ?? undefined);
	try {
		await signIn("credentials", {
			redirect: false,
			email,
			password: form.get("password") ?? "",
			address,
			client: request.headers.get("user-agent") ?? "",
		});
		if (earlierSid) await endSession(earlierSid, address);
		return seeOther(target, { "Set-Cookie": typedEmailCookie("") });
	} catch (error) {
		if (!(error instanceof CredentialsSignin)) throw error;
		const back = new URLSearchParams({ error: error.code, ...(target !== "/" && { callbackUrl: target }) });
		return seeOther(`/sign-in?${back}`, { "Set-Cookie": typedEmailCookie(email) });
	}
}
