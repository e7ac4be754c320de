import type { Metadata } from "next";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { createLoader, parseAsString } from "nuqs/server";
import { AuthCard } from "#components/shell/auth-card.tsx";
import { LanguageChoice } from "#components/shell/language-choice.tsx";
import { LANGUAGES_OFFERED } from "#components/texts/languages-offered.ts";
import { textsOf } from "#components/texts/texts-of.ts";
import { Notice } from "#components/ui/notice.tsx";
import { leadToSetUp } from "#lib/auth/lead-to-set-up.ts";
import { findViewer } from "#lib/auth/require-context.ts";
import { ticketCookieName } from "#lib/auth/ticket-cookie.ts";
import { TYPED_EMAIL_COOKIE } from "#lib/auth/typed-email.ts";
import { CodeForm } from "./_components/code-form.tsx";
import { SignInForm } from "./_components/sign-in-form.tsx";

export async function generateMetadata(): Promise<Metadata> {
	const t = await textsOf("auth");
	return { title: t("signIn.title") };
}

const PROBLEMS = [
	"credentials",
	"code",
	"ticket",
	"throttled",
	"busy",
	"expired",
	"changed",
	"reset",
	"invalid",
] as const;

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

	const t = await textsOf("auth");
	const problem = error === null ? null : (PROBLEMS.find((one) => one === error) ?? "invalid");
	const notice = problem && (
		<Notice alert look={QUIET.includes(error ?? "") ? "note" : "bad"} className="mt-4">
			<p id="sign-in-problem">{t(`signIn.problems.${problem}`)}</p>
		</Notice>
	);
	if (step === "code" && jar.has(ticketCookieName())) {
		return (
			<AuthCard title={t("code.title")} text={t("code.text")}>
				{notice}
				<CodeForm callbackUrl={callbackUrl} refused={error === "code"} />
			</AuthCard>
		);
	}
	return (
		<AuthCard title={t("signIn.title")} text={t("signIn.text")}>
			{notice}
			<SignInForm
				email={jar.get(TYPED_EMAIL_COOKIE)?.value ?? ""}
				callbackUrl={callbackUrl}
				refused={error === "credentials"}
			/>
			{LANGUAGES_OFFERED.length > 1 && (
				<div className="mt-6 border-t border-line pt-5">
					<LanguageChoice offered={LANGUAGES_OFFERED} back={pageAddress(callbackUrl)} />
				</div>
			)}
		</AuthCard>
	);
}

const pageAddress = (callbackUrl: string) =>
	callbackUrl === "" ? "/sign-in" : `/sign-in?${new URLSearchParams({ callbackUrl })}`;
