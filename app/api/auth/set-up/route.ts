import { CredentialsSignin } from "next-auth";
import { agencyHref } from "#components/shell/place-href.ts";
import { languageAskedFor } from "#components/texts/texts-of.ts";
import { signIn } from "#lib/auth/next-auth.ts";
import { setUp } from "#lib/auth/set-up.ts";
import { noTypedSetUpCookie, typedSetUpCookie } from "#lib/auth/typed-set-up.ts";
import { AppError } from "#lib/core/errors.ts";
import { POST as answerUnknown } from "#lib/hot-lane/web-route.ts";
import { seeOther } from "#lib/http/local-redirect.ts";

const BODY_TYPE = "application/x-www-form-urlencoded";

/** A plain form post, as long as nobody has set the installation up. Afterwards this is an address like any unknown one. */
export async function POST(request: Request) {
	const isForm = request.headers.get("content-type")?.startsWith(BODY_TYPE);
	const form = new URLSearchParams(isForm ? await request.text() : "");
	const read = (name: string) => form.get(name) ?? "";
	const address = request.headers.get("x-latchkey-address") ?? "";
	const typed = {
		token: read("token"),
		agencyName: read("agencyName"),
		slug: read("slug"),
		name: read("name"),
		email: read("email"),
	};
	const password = read("password");
	try {
		const agency = await setUp({ ...typed, password }, address);
		const client = request.headers.get("user-agent") ?? "";
		const visitor = { address, client, language: await languageAskedFor() };
		await signIn("credentials", { redirect: false, email: typed.email, password, ...visitor });
		return seeOther(agencyHref(agency), { "Set-Cookie": noTypedSetUpCookie() });
	} catch (error) {
		if (error instanceof CredentialsSignin) return seeOther("/sign-in");
		if (!(error instanceof AppError)) throw error;
		if (error.code === "not_found") return answerUnknown(request);
		const told = { message: error.detail, fields: error.fields };
		return seeOther("/set-up", { "Set-Cookie": typedSetUpCookie(typed, told) });
	}
}
