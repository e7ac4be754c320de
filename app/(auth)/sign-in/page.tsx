import type { Metadata } from "next";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { createLoader, parseAsString } from "nuqs/server";
import { Logo } from "#components/shell/logo.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { leadToSetUp } from "#lib/auth/lead-to-set-up.ts";
import { findViewer } from "#lib/auth/require-context.ts";
import { TYPED_EMAIL_COOKIE } from "#lib/auth/typed-email.ts";
import { SignInForm } from "./_components/sign-in-form.tsx";

export const metadata: Metadata = { title: "Sign in" };

const PROBLEMS: Record<string, string> = {
	credentials: "That e-mail and password do not match. Check both and try again.",
	throttled: "Too many attempts. Wait a quarter of an hour, then try again.",
	busy: "We cannot check passwords right now. Try again in a moment.",
	expired: "Sign in to go on. Sessions end after a while without use.",
	changed: "Your role has changed. Sign in again to go on.",
	invalid: "The form arrived incomplete. Please fill it in again.",
};

/** What nobody did wrong. */
const NOTES = ["expired", "changed"];

const loadSearch = createLoader({
	error: parseAsString,
	callbackUrl: parseAsString.withDefault(""),
});

export default async function SignInPage(props: PageProps<"/sign-in">) {
	const search = await loadSearch(props.searchParams);
	const email = (await cookies()).get(TYPED_EMAIL_COOKIE)?.value ?? "";
	if (await findViewer()) redirect("/");
	await leadToSetUp();

	const problem = search.error === null ? null : (PROBLEMS[search.error] ?? PROBLEMS.invalid);
	return (
		<main className="flex flex-1 flex-col items-center px-4 pt-[12dvh] pb-16">
			<div className="w-full max-w-sm">
				<div className="flex justify-center">
					<Logo />
				</div>
				<div className="mt-6 rounded-xl border border-line bg-surface p-6 shadow-card sm:p-7">
					<h1 className="text-lg font-semibold tracking-tight">Sign in</h1>
					<p className="mt-1 text-sm text-ink-muted">Manage the API keys of your agency and its locations.</p>
					{problem && (
						<Notice alert look={NOTES.includes(search.error ?? "") ? "note" : "bad"} className="mt-4">
							<p id="sign-in-problem">{problem}</p>
						</Notice>
					)}
					<SignInForm
						email={email}
						callbackUrl={search.callbackUrl}
						refused={search.error === "credentials"}
					/>
				</div>
			</div>
		</main>
	);
}
