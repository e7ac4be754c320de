import type { Metadata } from "next";
import Link from "next/link";
import { createLoader, parseAsString } from "nuqs/server";
import { Message } from "#components/shell/message-page.tsx";
import { buttonStyle } from "#components/ui/button.tsx";
import { accountOf, requireViewer } from "#lib/auth/require-context.ts";
import { TokenText } from "#lib/core/one-time-token.ts";
import { findEmailChange } from "#lib/services/people/change-email.ts";
import { ConfirmEmailButton } from "./_components/confirm-email-button.tsx";

export const metadata: Metadata = { title: "Confirm your address" };

const loadSearch = createLoader({ token: parseAsString.withDefault("") });

export default async function ConfirmEmailPage(props: PageProps<"/account/confirm-email">) {
	const account = await accountOf(await requireViewer());
	const token = TokenText.safeParse((await loadSearch(props.searchParams)).token);
	const email = token.success ? await findEmailChange(account, token.data) : null;
	if (!token.success || email === null) {
		return (
			<Message
				title="This link counts no more"
				text="It was used, replaced by another, or has run out, or it belongs to somebody else than you are signed in as."
			>
				<Link href="/account" className={buttonStyle()}>
					To your account
				</Link>
			</Message>
		);
	}
	return (
		<Message
			title="Confirm your address"
			text={
				<>
					From now on you sign in as <bdi className="font-medium text-ink">{email}</bdi>, no longer as{" "}
					<bdi>{account.person.email}</bdi>. Your other sessions end.
				</>
			}
		>
			<ConfirmEmailButton token={token.data} />
		</Message>
	);
}
