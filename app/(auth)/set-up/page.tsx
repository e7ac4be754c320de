import type { Metadata } from "next";
import { cookies } from "next/headers";
import { notFound } from "next/navigation";
import { createLoader, parseAsString } from "nuqs/server";
import { AuthCard } from "#components/shell/auth-card.tsx";
import { sayer, textsOf } from "#components/texts/texts-of.ts";
import { isSetUp } from "#lib/auth/set-up.ts";
import { readTypedSetUp, TYPED_SET_UP_COOKIE } from "#lib/auth/typed-set-up.ts";
import { refusalIn } from "#lib/core/texts/refusal-in.ts";
import { SetUpForm } from "./_components/set-up-form.tsx";

export async function generateMetadata(): Promise<Metadata> {
	const t = await textsOf("auth");
	return { title: t("setUp.title") };
}

const loadSearch = createLoader({ token: parseAsString });

export default async function SetUpPage(props: PageProps<"/set-up">) {
	const { token } = await loadSearch(props.searchParams);
	if (await isSetUp()) notFound();
	const t = await textsOf("auth");
	const last = readTypedSetUp((await cookies()).get(TYPED_SET_UP_COOKIE)?.value);

	return (
		<AuthCard wide title={t("setUp.title")} text={t("setUp.text")}>
			<SetUpForm token={token ?? ""} last={last && refusalIn(await sayer(), last)} />
		</AuthCard>
	);
}
