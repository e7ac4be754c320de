import { after } from "next/server";
import { admitResetRequest, redeemReset, sendResetLink } from "#lib/auth/reset-password.ts";
import { resetProblemCookie } from "#lib/auth/reset-problem.ts";
import { seeOther } from "#lib/http/local-redirect.ts";
import { isMailConfigured } from "#lib/mail/send.ts";

const BODY_TYPE = "application/x-www-form-urlencoded";

/** Asks for a link by e-mail, or chooses a password with one. */
export async function POST(request: Request) {
	if (!request.headers.get("content-type")?.startsWith(BODY_TYPE)) {
		return seeOther("/reset-password?state=invalid");
	}
	const form = new URLSearchParams(await request.text());
	const address = request.headers.get("x-latchkey-address") ?? "";
	const token = form.get("token");
	return token === null
		? askForLink(form.get("email") ?? "", address)
		: choosePassword({ token, password: form.get("password") ?? "" }, address);
}

/** The answer comes before anybody has looked whether there is such an account. */
async function askForLink(email: string, address: string) {
	if (!isMailConfigured()) return seeOther("/reset-password");
	if (!(await admitResetRequest(email, address))) return seeOther("/reset-password?state=throttled");
	after(() => sendResetLink(email));
	return seeOther("/reset-password?state=sent");
}

async function choosePassword(input: { token: string; password: string }, address: string) {
	const result = await redeemReset(input, address);
	const back = `/reset-password?${new URLSearchParams({ token: input.token, state: result.outcome })}`;
	switch (result.outcome) {
		case "done":
			after(result.tell);
			return seeOther("/sign-in?error=reset", { "Set-Cookie": resetProblemCookie("") });
		case "bad_link":
			return seeOther("/reset-password?state=bad_link");
		case "refused":
			return seeOther(back, { "Set-Cookie": resetProblemCookie(result.problem) });
		default:
			return seeOther(back);
	}
}
