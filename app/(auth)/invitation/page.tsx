import type { Metadata } from "next";
import { headers } from "next/headers";
import Link from "next/link";
import { createLoader, parseAsString, parseAsStringLiteral } from "nuqs/server";
import { MessagePage } from "#components/shell/message-page.tsx";
import { SignOutButton } from "#components/shell/sign-out-button.tsx";
import { MARKS } from "#components/texts/marks.tsx";
import { textsOf } from "#components/texts/texts-of.ts";
import { buttonStyle } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { readInvitation } from "#lib/auth/invitations.ts";
import { findViewer } from "#lib/auth/require-context.ts";
import { AcceptForm } from "./_components/accept-form.tsx";
import { InvitationCard } from "./_components/invitation-card.tsx";
import { NewAccountForm } from "./_components/new-account-form.tsx";

export async function generateMetadata(): Promise<Metadata> {
	const t = await textsOf("auth");
	return { title: t("invitation.page") };
}

const PROBLEMS = ["name", "password", "unbacked", "busy"] as const;

const loadSearch = createLoader({
	token: parseAsString.withDefault(""),
	error: parseAsStringLiteral(PROBLEMS),
});

export default async function InvitationPage(props: PageProps<"/invitation">) {
	const { token, error } = await loadSearch(props.searchParams);
	const address = (await headers()).get("x-latchkey-address") ?? "";
	const invitation = await readInvitation(token, address);
	if (typeof invitation === "string") return <DeadLink reason={invitation} />;

	const viewer = await findViewer();
	const isTheirs = viewer?.person.email === invitation.email;
	const t = await textsOf("auth");
	return (
		<InvitationCard invitation={invitation}>
			{error && (
				<Notice alert look="bad" className="mt-4">
					<p id="invitation-problem">{t(`invitation.problems.${error}`)}</p>
				</Notice>
			)}
			{viewer && isTheirs && <AcceptForm token={token} name={viewer.person.name} />}
			{viewer && !isTheirs && <WrongPerson email={viewer.person.email} invited={invitation.email} />}
			{!viewer && invitation.hasAccount && <SignInFirst token={token} email={invitation.email} />}
			{!viewer && !invitation.hasAccount && (
				<NewAccountForm token={token} email={invitation.email} refused={error !== null} />
			)}
		</InvitationCard>
	);
}

async function DeadLink({ reason }: { reason: "dead" | "throttled" }) {
	const t = await textsOf("auth");
	return reason === "throttled" ? (
		<MessagePage title={t("invitation.throttledTitle")} text={t("invitation.throttled")} />
	) : (
		<MessagePage title={t("invitation.deadTitle")} text={t("invitation.dead")}>
			<Link href="/sign-in" className={buttonStyle({ look: "primary" })}>
				{t("invitation.toSignIn")}
			</Link>
		</MessagePage>
	);
}

async function WrongPerson({ email, invited }: { email: string; invited: string }) {
	const t = await textsOf("auth");
	return (
		<div className="mt-5 space-y-4">
			<p className="text-sm wrap-anywhere">
				{t.rich("invitation.wrongPerson", { ...MARKS, email, invited })}
			</p>
			<SignOutButton />
		</div>
	);
}

async function SignInFirst({ token, email }: { token: string; email: string }) {
	const t = await textsOf("auth");
	return (
		<div className="mt-5">
			<Link
				href={`/sign-in?${new URLSearchParams({ callbackUrl: `/invitation?token=${token}` })}`}
				className={`${buttonStyle({ look: "primary", size: "large" })} h-auto min-h-11 w-full py-2 text-center whitespace-normal`}
			>
				<span className="min-w-0 wrap-anywhere">{t.rich("invitation.signInFirst", { ...MARKS, email })}</span>
			</Link>
		</div>
	);
}
