import type { AgencyRole, LocationRole } from "../permissions.ts";

/** A role at a place: the agency itself when there is no location. */
export type Offer = { locationId: null; role: AgencyRole } | { locationId: string; role: LocationRole };

const DAYS = 7;

export const invitationEnd = (now: Date) => new Date(now.getTime() + DAYS * 86_400_000);

type InvitationTimes = { expiresAt: Date; acceptedAt: Date | null; withdrawnAt: Date | null };

/** Whether an invitation can still be accepted. */
export const isOpen = ({ expiresAt, acceptedAt, withdrawnAt }: InvitationTimes, now: Date) =>
	acceptedAt === null && withdrawnAt === null && expiresAt > now;

type OfferColumns = {
	locationId: string | null;
	agencyRole: AgencyRole | null;
	locationRole: LocationRole | null;
};

/** The offer in an invitation's row, of whose two roles exactly one is set. */
export function offerOf({ locationId, agencyRole, locationRole }: OfferColumns): Offer {
	if (locationId !== null && locationRole !== null) return { locationId, role: locationRole };
	if (locationId === null && agencyRole !== null) return { locationId, role: agencyRole };
	throw new Error("an invitation offers exactly one role");
}
