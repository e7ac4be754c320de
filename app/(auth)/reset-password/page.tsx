import type { Metadata } from "next";
import { cookies } from "next/headers";
import Link from "next/link";
import { createLoader, parseAsString } from "nuqs/server";
import { AuthCard } from "#components/shell/auth-card.tsx";
import { sayer, textsOf } from "#components/texts/texts-of.ts";
import { Notice } from "#components/ui/notice.tsx";
import { mayReset } from "#lib/auth/reset-password.ts";
import { RESET_PROBLEM_COOKIE } from "#lib/auth/reset-problem.ts";
import { isMailConfigured } from "#lib/mail/send.ts";
import { AskForLinkForm } from "./_components/ask-for-link-form.tsx";
import { NewPasswordForm } from "./_components/new-password-form.tsx";

export async function generateMetadata(): Promise<Metadata> {
	const t = await textsOf("auth");
	return { title: t("reset.title") };
}

const PROBLEMS = ["bad_link", "throttled", "busy", "invalid"] as const;

const loadSearch = createLoader({ token: parseAsString, state: parseAsString });

export default async function ResetPasswordPage(props: PageProps<"/reset-password">) {
	const { token, state } = await loadSearch(props.searchParams);
	const refusal = (await cookies()).get(RESET_PROBLEM_COOKIE)?.value;
	const isGood = token !== null && (await mayReset(token));
	const t = await textsOf("auth");
	const name = token !== null && !isGood ? "bad_link" : PROBLEMS.find((one) => one === state);
	const problem = name && t(`reset.problems.${name}`);

	if (isGood) {
		const told = state === "refused" ? refusal && (await sayer())(refusal) : problem;
		return (
			<AuthCard title={t("reset.title")} text={t("reset.sessionsEnd")}>
				{told && <Problem text={told} />}
				<NewPasswordForm token={token} refused={told !== undefined} />
			</AuthCard>
		);
	}
	if (state === "sent") {
		return (
			<AuthCard title={t("reset.sentTitle")} text={t("reset.sent")}>
				<BackToSignIn />
			</AuthCard>
		);
	}
	if (!isMailConfigured()) {
		return (
			<AuthCard title={t("reset.title")} text={t("reset.noMail")}>
				{problem && <Problem text={problem} />}
				<BackToSignIn />
			</AuthCard>
		);
	}
	return (
		<AuthCard title={t("reset.title")} text={t("reset.ask")}>
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

async function BackToSignIn() {
	const t = await textsOf("auth");
	return (
		<p className="mt-5 text-center text-sm">
			<Link href="/sign-in" className="text-accent-ink underline-offset-2 hover:underline">
				{t("reset.back")}
			</Link>
		</p>
	);
}
