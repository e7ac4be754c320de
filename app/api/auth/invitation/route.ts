import { CredentialsSignin } from "next-auth";
import { z } from "zod";
import { agencyHref, locationHref } from "#components/shell/place-href.ts";
import { languageAskedFor } from "#components/texts/texts-of.ts";
import { findPerson } from "#lib/auth/find-person.ts";
import { acceptAs, acceptAsNew, readInvitation } from "#lib/auth/invitations.ts";
import { signIn } from "#lib/auth/next-auth.ts";
import { AppError } from "#lib/core/errors.ts";
import { TokenText } from "#lib/core/one-time-token.ts";
import { TypedPassword } from "#lib/core/people/email.ts";
import { singleLine } from "#lib/core/text.ts";
import { seeOther } from "#lib/http/local-redirect.ts";

const BODY_TYPE = "application/x-www-form-urlencoded";
const NAME_MAX = 80;

const Newcomer = z.object({ name: singleLine(NAME_MAX, "Your name"), password: TypedPassword });

/** A plain form post, from people who have no session yet and from those who have. */
export async function POST(request: Request) {
	if (!request.headers.get("content-type")?.startsWith(BODY_TYPE)) return seeOther("/invitation");
	const form = new URLSearchParams(await request.text());
	const token = TokenText.safeParse(form.get("token")).data ?? "";
	const address = request.headers.get("x-latchkey-address") ?? "";
	const back = (problem?: string) =>
		seeOther(`/invitation?${new URLSearchParams({ token, ...(problem && { error: problem }) })}`);

	// The page says what is wrong with a link that names no open invitation.
	if (typeof (await readInvitation(token, address)) === "string") return back();
	const signedIn = await findPerson(request.headers.get("cookie") ?? undefined);
	try {
		if (signedIn) return seeOther(placeOf(await acceptAs(signedIn.person, { token, address })));
		const newcomer = Newcomer.safeParse(Object.fromEntries(form));
		if (!newcomer.success) return back(String(newcomer.error.issues[0]?.path[0]));
		const { email, ...joined } = await acceptAsNew(newcomer.data, { token, address });
		const client = request.headers.get("user-agent") ?? "";
		const visitor = { address, client, language: await languageAskedFor() };
		await signIn("credentials", { redirect: false, email, password: newcomer.data.password, ...visitor });
		return seeOther(placeOf(joined));
	} catch (error) {
		if (error instanceof CredentialsSignin) return seeOther(`/sign-in?error=${error.code}`);
		if (error instanceof AppError) return back(problemOf(error));
		throw error;
	}
}

function placeOf({ agency, location }: { agency: string; location: string | null }) {
	return location ? locationHref({ slug: agency }, { slug: location }) : agencyHref({ slug: agency });
}

function problemOf({ code, fields }: AppError) {
	if (code === "invalid_input") return "password";
	if (code === "conflict" && fields.length === 0) return "unbacked";
	return code === "unavailable" || code === "rate_limited" ? "busy" : undefined;
}
