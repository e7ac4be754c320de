import type { Metadata } from "next";
import { cookies } from "next/headers";
import Link from "next/link";
import { createLoader, parseAsString } from "nuqs/server";
import { AuthCard } from "#components/shell/auth-card.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { mayReset } from "#lib/auth/reset-password.ts";
import { RESET_PROBLEM_COOKIE } from "#lib/auth/reset-problem.ts";
import { isMailConfigured } from "#lib/mail/send.ts";
import { AskForLinkForm } from "./_components/ask-for-link-form.tsx";
import { NewPasswordForm } from "./_components/new-password-form.tsx";

export const metadata: Metadata = { title: "Set a new password" };

const PROBLEMS: Record<string, string> = {
	bad_link: "This link counts no more: it was used, replaced by another, or has run out.",
	throttled: "Too many attempts. Wait a quarter of an hour, then try again.",
	busy: "We cannot set passwords right now. Try again in a moment.",
	invalid: "The form arrived incomplete. Please fill it in again.",
};

const loadSearch = createLoader({ token: parseAsString, state: parseAsString });

export default async function ResetPasswordPage(props: PageProps<"/reset-password">) {
	const { token, state } = await loadSearch(props.searchParams);
	const refusal = (await cookies()).get(RESET_PROBLEM_COOKIE)?.value;
	const isGood = token !== null && (await mayReset(token));
	const problem = token !== null && !isGood ? PROBLEMS.bad_link : PROBLEMS[state ?? ""];

	if (isGood) {
		const told = state === "refused" ? refusal : problem;
		return (
			<AuthCard title="Set a new password" text="All your sessions end when you do.">
				{told && <Problem text={told} />}
				<NewPasswordForm token={token} refused={told !== undefined} />
			</AuthCard>
		);
	}
	if (state === "sent") {
		return (
			<AuthCard
				title="Look into your mail"
				text="If somebody signs in with that address, a link to set a new password is on its way. It works once, for an hour."
			>
				<BackToSignIn />
			</AuthCard>
		);
	}
	if (!isMailConfigured()) {
		return (
			<AuthCard
				title="Set a new password"
				text="Ask an owner of your agency for a link to set a new password. This installation sends no mail."
			>
				{problem && <Problem text={problem} />}
				<BackToSignIn />
			</AuthCard>
		);
	}
	return (
		<AuthCard title="Set a new password" text="We send a link to the address that you sign in with.">
			{problem && <Problem text={problem} />}
			<AskForLinkForm />
			<BackToSignIn />
		</AuthCard>
	);
}

const Problem = ({ text }: { text: string }) => (
	<Notice alert look="bad" className="mt-4">
		<p id="reset-problem">{text}</p>
	</Notice>
);

const BackToSignIn = () => (
	<p className="mt-5 text-center text-sm">
		<Link href="/sign-in" className="text-accent-ink underline-offset-2 hover:underline">
			Back to sign-in
		</Link>
	</p>
);
