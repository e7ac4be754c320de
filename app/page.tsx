import { CircleUser } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { MessagePage } from "#components/shell/message-page.tsx";
import { agencyHref, locationHref } from "#components/shell/place-href.ts";
import { SignOutButton } from "#components/shell/sign-out-button.tsx";
import { MARKS } from "#components/texts/marks.tsx";
import { textsOf } from "#components/texts/texts-of.ts";
import { buttonStyle } from "#components/ui/button.tsx";
import { leadToSetUp } from "#lib/auth/lead-to-set-up.ts";
import { findViewer } from "#lib/auth/require-context.ts";

export async function generateMetadata(): Promise<Metadata> {
	const t = await textsOf("auth");
	return { title: t("welcome.page") };
}

export default async function HomePage() {
	const viewer = await findViewer();
	if (!viewer) {
		await leadToSetUp();
		redirect("/sign-in");
	}

	const [place] = viewer.places;
	if (place?.role) redirect(agencyHref(place.agency));
	const [location] = place?.locations ?? [];
	if (place && location) redirect(locationHref(place.agency, location));

	const t = await textsOf("auth");
	return (
		<MessagePage
			title={t("welcome.title")}
			text={t.rich("welcome.text", { ...MARKS, email: viewer.person.email })}
		>
			<Link href="/account" className={buttonStyle()}>
				<CircleUser aria-hidden className="size-4" />
				{t("welcome.account")}
			</Link>
			<SignOutButton />
		</MessagePage>
	);
}
