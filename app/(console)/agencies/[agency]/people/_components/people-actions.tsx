"use client";

import { createContext, type ReactNode, useContext, useState } from "react";
import type { InvitationSummary, PersonSummary } from "#lib/core/people/person.ts";
import type { PersonRole } from "#lib/core/permissions.ts";
import type { PeoplePlace } from "../actions.ts";
import { ChangeRoleDialog } from "./change-role-dialog.tsx";
import { EndMembershipDialog } from "./end-membership-dialog.tsx";
import { HandOverDialog } from "./hand-over-dialog.tsx";
import { InviteDialog } from "./invite-dialog.tsx";
import { NewLinkDialog } from "./new-link-dialog.tsx";
import { ResetLinkDialog } from "./reset-link-dialog.tsx";
import { WithdrawDialog } from "./withdraw-dialog.tsx";

/** Where people are managed, and by whom. */
export type PeopleSite = {
	place: PeoplePlace;
	/** What the place is called. */
	name: string;
	/** The location of the Location View; null in the Agency View. */
	locationId: string | null;
	/** The viewer's role here. */
	own: PersonRole;
	/** Locations that invitations may be for. */
	locations: readonly { id: string; name: string }[];
	/** Whether keys are switched off when the person who made them goes. */
	disablesKeys: boolean;
	sendsMail: boolean;
};

type DialogRequest =
	| { kind: "invite" }
	| { kind: "changeRole" | "remove" | "leave" | "handOver" | "resetLink"; person: PersonSummary }
	| { kind: "newLink" | "withdraw"; invitation: InvitationSummary };

export type PeopleDialogProps<Extra = object> = Extra & {
	site: PeopleSite;
	open: boolean;
	onClose: () => void;
	/** After the closing animation: the dialog and all it holds may go. */
	onClosed: () => void;
};

export type PersonDialogProps = PeopleDialogProps<{ person: PersonSummary }>;
export type InvitationDialogProps = PeopleDialogProps<{ invitation: InvitationSummary }>;

type PeopleActions = { site: PeopleSite; openDialog: (request: DialogRequest) => void };

const PeopleActionsContext = createContext<PeopleActions | null>(null);

export function usePeopleActions() {
	const actions = useContext(PeopleActionsContext);
	if (!actions) throw new Error("people's actions are used outside of their provider");
	return actions;
}

/** Keeps the dialogs outside of the lists, so that they outlive the rows that opened them. */
export function PeopleActionsProvider({ site, children }: { site: PeopleSite; children: ReactNode }) {
	const [request, setRequest] = useState<DialogRequest | null>(null);
	const [open, setOpen] = useState(false);

	function openDialog(next: DialogRequest) {
		setRequest(next);
		setOpen(true);
	}

	const props = { site, open, onClose: () => setOpen(false), onClosed: () => setRequest(null) };
	return (
		<PeopleActionsContext value={{ site, openDialog }}>
			{children}
			{request && <RequestedDialog request={request} {...props} />}
		</PeopleActionsContext>
	);
}

function RequestedDialog({ request, ...props }: PeopleDialogProps<{ request: DialogRequest }>) {
	switch (request.kind) {
		case "invite":
			return <InviteDialog {...props} />;
		case "changeRole":
			return <ChangeRoleDialog {...props} person={request.person} />;
		case "remove":
		case "leave":
			return <EndMembershipDialog {...props} person={request.person} />;
		case "handOver":
			return <HandOverDialog {...props} person={request.person} />;
		case "resetLink":
			return <ResetLinkDialog {...props} person={request.person} />;
		case "newLink":
			return <NewLinkDialog {...props} invitation={request.invitation} />;
		case "withdraw":
			return <WithdrawDialog {...props} invitation={request.invitation} />;
	}
}
