import type { Metadata } from "next";
import { cookies } from "next/headers";
import { notFound } from "next/navigation";
import { createLoader, parseAsString } from "nuqs/server";
import { AuthCard } from "#components/shell/auth-card.tsx";
import { isSetUp } from "#lib/auth/set-up.ts";
import { readTypedSetUp, TYPED_SET_UP_COOKIE } from "#lib/auth/typed-set-up.ts";
import { SetUpForm } from "./_components/set-up-form.tsx";

export const metadata: Metadata = { title: "Set Latchkey up" };

const loadSearch = createLoader({ token: parseAsString });

export default async function SetUpPage(props: PageProps<"/set-up">) {
	const { token } = await loadSearch(props.searchParams);
	if (await isSetUp()) notFound();
	const last = readTypedSetUp((await cookies()).get(TYPED_SET_UP_COOKIE)?.value);

	return (
		<AuthCard
			wide
			title="Set Latchkey up"
			text="Nobody uses this installation yet. Make its first agency and yourself the owner; then this page is gone."
		>
			<SetUpForm token={token ?? ""} last={last} />
		</AuthCard>
	);
}
