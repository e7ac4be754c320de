import type { Metadata } from "next";
import { cookies } from "next/headers";
import { notFound } from "next/navigation";
import { createLoader, parseAsString } from "nuqs/server";
import { Logo } from "#components/shell/logo.tsx";
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
		<main className="flex flex-1 flex-col items-center px-4 pt-[8dvh] pb-16">
			<div className="w-full max-w-lg">
				<div className="flex justify-center">
					<Logo />
				</div>
				<div className="mt-6 rounded-xl border border-line bg-surface p-6 shadow-card sm:p-7">
					<h1 className="text-lg font-semibold tracking-tight">Set Latchkey up</h1>
					<p className="mt-1 text-sm text-ink-muted">
						Nobody uses this installation yet. Make its first agency and yourself the owner; then this page is
						gone.
					</p>
					<SetUpForm token={token ?? ""} last={last} />
				</div>
			</div>
		</main>
	);
}
