import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { MessagePage } from "#components/shell/message-page.tsx";
import { agencyHref, locationHref } from "#components/shell/place-href.ts";
import { SignOutButton } from "#components/shell/sign-out-button.tsx";
import { findViewer } from "#lib/auth/require-context.ts";

export const metadata: Metadata = { title: "Welcome" };

export default async function HomePage() {
	const viewer = await findViewer();
	if (!viewer) redirect("/sign-in");

	const [place] = viewer.places;
	if (place?.role) redirect(agencyHref(place.agency));
	const [location] = place?.locations ?? [];
	if (place && location) redirect(locationHref(place.agency, location));

	return (
		<MessagePage
			title="You are not a member anywhere yet"
			text={
				<>
					You are signed in as <strong className="font-medium text-ink">{viewer.person.email}</strong>. Ask
					somebody of your agency to add this address to the agency or to one of its locations.
				</>
			}
		>
			<SignOutButton />
		</MessagePage>
	);
}
