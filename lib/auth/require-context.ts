import "server-only";
import { cookies, headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { database } from "#lib/data/client.ts";
import type { AccountContext, Context } from "#lib/data/context.ts";
import { listPlaces, type Place } from "#lib/services/people/list-places.ts";
import { findSignedIn, type SignedIn } from "#lib/services/sessions/find.ts";
import { isSteppedUp } from "#lib/services/sessions/step-up.ts";
import { openSid, sessionCookieName } from "./session-cookie.ts";

export type { Context } from "#lib/data/context.ts";
export type { Place, PlaceLocation } from "#lib/services/people/list-places.ts";

export type Viewer = SignedIn & { places: Place[] };

/** The person behind the request and where they may go, or null. Looked up once for each request. */
export const findViewer = cache(async (): Promise<Viewer | null> => {
	// An action that renewed the cookie renders its page as the session that it began.
	const sealed = (await cookies()).get(sessionCookieName())?.value;
	const sid = sealed ? await openSid(sealed) : null;
	if (sid === null) return null;
	const signedIn = await findSignedIn(database(), sid, new Date());
	return signedIn && { ...signedIn, places: await listPlaces(database(), signedIn.person.id) };
});

/** The signed-in person; everybody else is sent to sign in, and comes back here afterwards. */
export async function requireViewer(): Promise<Viewer> {
	return (await findViewer()) ?? redirect(await signInAddress());
}

async function signInAddress() {
	const hadSession = (await cookies()).has(sessionCookieName());
	const path = (await headers()).get("x-latchkey-path") ?? "/";
	const search = new URLSearchParams({
		...(hadSession && { error: "expired" }),
		...(path !== "/" && { callbackUrl: path }),
	});
	return search.size === 0 ? "/sign-in" : `/sign-in?${search}`;
}

async function contextFor(viewer: Viewer, place: Place): Promise<Context> {
	const now = new Date();
	return {
		database: database(),
		agencyId: place.agency.id,
		actor: { kind: "person", id: viewer.person.id, name: viewer.person.name },
		grants: place.grants,
		now,
		address: (await headers()).get("x-latchkey-address") ?? "",
		steppedUp: isSteppedUp(viewer.session.steppedUpAt, now),
	};
}

/** What the person's own account is told. */
export async function accountOf({ person, session }: Viewer): Promise<AccountContext> {
	const now = new Date();
	return {
		database: database(),
		person,
		sessionId: session.id,
		now,
		address: (await headers()).get("x-latchkey-address") ?? "",
		steppedUp: isSteppedUp(session.steppedUpAt, now),
	};
}

/** What an agency page needs, for people with a role in the agency. To others the agency does not exist. */
export async function findAgency(viewer: Viewer, agencySlug: string) {
	const place = viewer.places.find(({ agency, role }) => agency.slug === agencySlug && role !== null);
	if (!place?.role) return null;
	const { agency, role, locations } = place;
	return { ctx: await contextFor(viewer, place), agency, role, locations };
}

/** What a location page needs, for agency people and for the location's own. To others it does not exist. */
export async function findLocation(viewer: Viewer, agencySlug: string, locationSlug: string) {
	const place = viewer.places.find(({ agency }) => agency.slug === agencySlug);
	const location = place?.locations.find(({ slug }) => slug === locationSlug);
	if (!place || !location) return null;
	return { ctx: await contextFor(viewer, place), agency: place.agency, location, role: location.role };
}

/** {@link findAgency} for the signed-in person, or the page that says "not found". */
export const requireAgency = cache(
	async (agencySlug: string) => (await findAgency(await requireViewer(), agencySlug)) ?? notFound(),
);

/** {@link findLocation} for the signed-in person, or the page that says "not found". */
export const requireLocation = cache(
	async (agencySlug: string, locationSlug: string) =>
		(await findLocation(await requireViewer(), agencySlug, locationSlug)) ?? notFound(),
);
