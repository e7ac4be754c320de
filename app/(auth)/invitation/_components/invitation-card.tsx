import type { ReactNode } from "react";
import { Logo } from "#components/shell/logo.tsx";
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
		<main className="flex flex-1 flex-col items-center px-4 pt-[12dvh] pb-16">
			<div className="w-full max-w-sm">
				<div className="flex justify-center">
					<Logo />
				</div>
				<div className="mt-6 rounded-xl border border-line bg-surface p-6 shadow-card sm:p-7">
					<h1 className="text-lg font-semibold tracking-tight wrap-anywhere">
						Join <bdi>{locationName ?? agencyName}</bdi>
					</h1>
					<p className="mt-1 text-sm wrap-anywhere text-ink-muted">
						<bdi>{invitedByName}</bdi> invites you to manage the API keys of{" "}
						{locationName ? (
							<>
								<bdi>{locationName}</bdi>, a location of <bdi>{agencyName}</bdi>
							</>
						) : (
							<bdi>{agencyName}</bdi>
						)}
						. Your role will be <strong className="font-medium text-ink">{ROLE_WORDS[role]}</strong>.
					</p>
					{children}
				</div>
			</div>
		</main>
	);
};
