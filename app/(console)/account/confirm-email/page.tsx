import type { Metadata } from "next";
import Link from "next/link";
import { createLoader, parseAsString } from "nuqs/server";
import { Message } from "#components/shell/message-page.tsx";
import { MARKS } from "#components/texts/marks.tsx";
import { textsOf } from "#components/texts/texts-of.ts";
import { buttonStyle } from "#components/ui/button.tsx";
import { accountOf, requireViewer } from "#lib/auth/require-context.ts";
import { TokenText } from "#lib/core/one-time-token.ts";
import { findEmailChange } from "#lib/services/people/change-email.ts";
import { ConfirmEmailButton } from "./_components/confirm-email-button.tsx";

export async function generateMetadata(): Promise<Metadata> {
	const t = await textsOf("account");
	return { title: t("confirmEmail.title") };
}

const loadSearch = createLoader({ token: parseAsString.withDefault("") });

export default async function ConfirmEmailPage(props: PageProps<"/account/confirm-email">) {
	const account = await accountOf(await requireViewer());
	const t = await textsOf("account");
	const token = TokenText.safeParse((await loadSearch(props.searchParams)).token);
	const email = token.success ? await findEmailChange(account, token.data) : null;
	if (!token.success || email === null) {
		return (
			<Message title={t("confirmEmail.deadTitle")} text={t("confirmEmail.dead")}>
				<Link href="/account" className={buttonStyle()}>
					{t("confirmEmail.toAccount")}
				</Link>
			</Message>
		);
	}
	return (
		<Message
			title={t("confirmEmail.title")}
			text={t.rich("confirmEmail.text", { ...MARKS, email, before: account.person.email })}
		>
			<ConfirmEmailButton token={token.data} />
		</Message>
	);
}
