import type { Tx } from "./client.ts";

/** Withdraws the open invitations to a location, or all of the agency's, and returns how many there were. */
export async function withdrawOpenInvitations(
	tx: Tx,
	agencyId: string,
	to: { locationId: string } | "all",
	now: Date,
) {
	const { count } = await tx.invitation.updateMany({
		where: { agencyId, acceptedAt: null, withdrawnAt: null, ...(to !== "all" && to) },
		data: { withdrawnAt: now },
	});
	return count;
}
