import type { ReactNode } from "react";
import { AuthCard } from "#components/shell/auth-card.tsx";
import { ROLE_WORDS } from "#lib/core/people/role-words.ts";
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
export const InvitationCard = ({ invitation, children }: InvitationCardProps) => {
	const { agencyName, locationName, invitedByName, role } = invitation;
	return (
		<AuthCard
			title={
				<>
					Join <bdi>{locationName ?? agencyName}</bdi>
				</>
			}
			text={
				<>
					<bdi>{invitedByName}</bdi> invites you to manage the API keys of{" "}
					{locationName ? (
						<>
							<bdi>{locationName}</bdi>, a location of <bdi>{agencyName}</bdi>
						</>
					) : (
						<bdi>{agencyName}</bdi>
					)}
					. Your role will be <strong className="font-medium text-ink">{ROLE_WORDS[role]}</strong>.
				</>
			}
		>
			{children}
		</AuthCard>
	);
};
