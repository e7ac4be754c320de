import type { ReactNode } from "react";
import { AuthCard } from "#components/shell/auth-card.tsx";
import { MARKS } from "#components/texts/marks.tsx";
import { textsOf } from "#components/texts/texts-of.ts";
import type { PersonRole } from "#lib/core/permissions.ts";

type InvitationCardProps = {
	invitation: {
		agencyName: string;
		locationName: string | null;
		invitedByName: string;
		role: PersonRole;
	};
	children: ReactNode;
};

/** Who offers what, above the way to take it. */
export async function InvitationCard({ invitation, children }: InvitationCardProps) {
	const { agencyName, locationName, invitedByName, role } = invitation;
	const [t, shell] = [await textsOf("auth"), await textsOf("shell")];
	const offer = {
		...MARKS,
		inviter: invitedByName,
		agency: agencyName,
		role: shell(`roles.${role}`),
	};
	return (
		<AuthCard
			title={t.rich("invitation.title", { ...MARKS, place: locationName ?? agencyName })}
			text={
				locationName
					? t.rich("invitation.toLocation", { ...offer, location: locationName })
					: t.rich("invitation.toAgency", offer)
			}
		>
			{children}
		</AuthCard>
	);
}
