import type { Metadata } from "next";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { createLoader, parseAsString } from "nuqs/server";
import { AuthCard } from "#components/shell/auth-card.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { leadToSetUp } from "#lib/auth/lead-to-set-up.ts";
import { findViewer } from "#lib/auth/require-context.ts";
import { ticketCookieName } from "#lib/auth/ticket-cookie.ts";
import { TYPED_EMAIL_COOKIE } from "#lib/auth/typed-email.ts";
import { CodeForm } from "./_components/code-form.tsx";
import { SignInForm } from "./_components/sign-in-form.tsx";

export const metadata: Metadata = { title: "Sign in" };

const PROBLEMS: Record<string, string> = {
	credentials: "That e-mail and password do not match. Check both and try again.",
	code: "That code does not fit, or was used before. Wait for the next one, then try again.",
	ticket: "That took too long, or too many codes were wrong. Please start over.",
	throttled: "Too many attempts. Wait a quarter of an hour, then try again.",
	busy: "We cannot check passwords right now. Try again in a moment.",
	expired: "Sign in to go on. Sessions end after a while without use.",
	changed: "Your role has changed. Sign in again to go on.",
	reset: "Your new password is set, and all your sessions have ended. Sign in with it.",
	invalid: "The form arrived incomplete. Please fill it in again.",
};

/** What nobody did wrong. */
const QUIET = ["expired", "changed", "reset"];

const loadSearch = createLoader({
	error: parseAsString,
	step: parseAsString,
	callbackUrl: parseAsString.withDefault(""),
});

export default async function SignInPage(props: PageProps<"/sign-in">) {
	const { error, step, callbackUrl } = await loadSearch(props.searchParams);
	const jar = await cookies();
	if (await findViewer()) redirect("/");
	await leadToSetUp();

	const problem = error === null ? null : (PROBLEMS[error] ?? PROBLEMS.invalid);
	const notice = problem && (
		<Notice alert look={QUIET.includes(error ?? "") ? "note" : "bad"} className="mt-4">
			<p id="sign-in-problem">{problem}</p>
		</Notice>
	);
	if (step === "code" && jar.has(ticketCookieName())) {
		return (
			<AuthCard title="Confirm that it is you" text="Your password is right. One more step.">
				{notice}
				<CodeForm callbackUrl={callbackUrl} refused={error === "code"} />
			</AuthCard>
		);
	}
	return (
		<AuthCard title="Sign in" text="Manage the API keys of your agency and its locations.">
			{notice}
			<SignInForm
				email={jar.get(TYPED_EMAIL_COOKIE)?.value ?? ""}
				callbackUrl={callbackUrl}
				refused={error === "credentials"}
			/>
		</AuthCard>
	);
}
