import { CircleUser } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { MessagePage } from "#components/shell/message-page.tsx";
import { agencyHref, locationHref } from "#components/shell/place-href.ts";
import { SignOutButton } from "#components/shell/sign-out-button.tsx";
import { buttonStyle } from "#components/ui/button.tsx";
import { leadToSetUp } from "#lib/auth/lead-to-set-up.ts";
import { findViewer } from "#lib/auth/require-context.ts";

export const metadata: Metadata = { title: "Welcome" };

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

	return (
		<MessagePage
			title="There is no place here for you now"
			text={
				<>
					You are signed in as <strong className="font-medium text-ink">{viewer.person.email}</strong> and
					have no role at an agency or a location: none was given yet, or it ended. Ask an owner or admin of
					your agency to invite this address, then open the link that you get.
				</>
			}
		>
			<Link href="/account" className={buttonStyle()}>
				<CircleUser aria-hidden className="size-4" />
				Your account
			</Link>
			<SignOutButton />
		</MessagePage>
	);
}
