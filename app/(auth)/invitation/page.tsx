import type { Metadata } from "next";
import { headers } from "next/headers";
import Link from "next/link";
import { createLoader, parseAsString } from "nuqs/server";
import { MessagePage } from "#components/shell/message-page.tsx";
import { SignOutButton } from "#components/shell/sign-out-button.tsx";
import { buttonStyle } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { readInvitation } from "#lib/auth/invitations.ts";
import { findViewer } from "#lib/auth/require-context.ts";
import { AcceptForm } from "./_components/accept-form.tsx";
import { InvitationCard } from "./_components/invitation-card.tsx";
import { NewAccountForm } from "./_components/new-account-form.tsx";

export const metadata: Metadata = { title: "Invitation" };

const PROBLEMS: Record<string, string> = {
	name: "Enter your name, in up to 80 characters.",
	password:
		"That password is too easy to guess. Use at least 15 characters, and nothing that others know of you.",
	unbacked:
		"Whoever invited you may not give this role any more. Ask somebody else of the agency to invite you.",
	busy: "We cannot do this right now. Try again in a moment.",
};

const loadSearch = createLoader({ token: parseAsString.withDefault(""), error: parseAsString });

export default async function InvitationPage(props: PageProps<"/invitation">) {
	const { token, error } = await loadSearch(props.searchParams);
	const address = (await headers()).get("x-latchkey-address") ?? "";
	const invitation = await readInvitation(token, address);
	if (typeof invitation === "string") return <DeadLink reason={invitation} />;

	const viewer = await findViewer();
	const isTheirs = viewer?.person.email === invitation.email;
	const problem = error === null ? undefined : PROBLEMS[error];
	return (
		<InvitationCard invitation={invitation}>
			{problem && (
				<Notice alert look="bad" className="mt-4">
					<p id="invitation-problem">{problem}</p>
				</Notice>
			)}
			{viewer && isTheirs && <AcceptForm token={token} name={viewer.person.name} />}
			{viewer && !isTheirs && <WrongPerson email={viewer.person.email} invited={invitation.email} />}
			{!viewer && invitation.hasAccount && <SignInFirst token={token} email={invitation.email} />}
			{!viewer && !invitation.hasAccount && (
				<NewAccountForm token={token} email={invitation.email} refused={problem !== undefined} />
			)}
		</InvitationCard>
	);
}

const DeadLink = ({ reason }: { reason: "dead" | "throttled" }) =>
	reason === "throttled" ? (
		<MessagePage
			title="Too many attempts"
			text="Too many links that do not exist were tried from here. Wait a quarter of an hour, then try again."
		/>
	) : (
		<MessagePage
			title="This invitation cannot be used"
			text="It was accepted or withdrawn, a newer link took its place, or its seven days are over. Ask whoever invited you for a new one. If you have accepted it already, sign in."
		>
			<Link href="/sign-in" className={buttonStyle({ look: "primary" })}>
				Go to sign-in
			</Link>
		</MessagePage>
	);

const WrongPerson = ({ email, invited }: { email: string; invited: string }) => (
	<div className="mt-5 space-y-4">
		<p className="text-sm">
			You are signed in as <bdi className="font-medium wrap-anywhere">{email}</bdi>, and this invitation is
			for <bdi className="font-medium wrap-anywhere">{invited}</bdi>. Sign out, then open the link again.
		</p>
		<SignOutButton />
	</div>
);

const SignInFirst = ({ token, email }: { token: string; email: string }) => (
	<div className="mt-5">
		<Link
			href={`/sign-in?${new URLSearchParams({ callbackUrl: `/invitation?token=${token}` })}`}
			className={`${buttonStyle({ look: "primary", size: "large" })} h-auto min-h-11 w-full py-2 text-center whitespace-normal`}
		>
			<span className="min-w-0 wrap-anywhere">
				Sign in as <bdi>{email}</bdi> to accept
			</span>
		</Link>
	</div>
);
