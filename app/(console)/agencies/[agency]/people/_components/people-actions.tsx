"use client";

import dynamic from "next/dynamic";
import { createContext, type ReactNode, useContext } from "react";
import { type DialogState, useDialogRequest } from "#components/actions/use-dialog-request.ts";
import type { InvitationSummary, PersonSummary } from "#lib/core/people/person.ts";
import type { PersonRole } from "#lib/core/permissions.ts";
import type { PeoplePlace } from "../actions.ts";

const ChangeRoleDialog = dynamic(
	() => import("./change-role-dialog.tsx").then((module) => module.ChangeRoleDialog),
	{ ssr: false },
);
const EndMembershipDialog = dynamic(
	() => import("./end-membership-dialog.tsx").then((module) => module.EndMembershipDialog),
	{ ssr: false },
);
const HandOverDialog = dynamic(
	() => import("./hand-over-dialog.tsx").then((module) => module.HandOverDialog),
	{ ssr: false },
);
const InviteDialog = dynamic(() => import("./invite-dialog.tsx").then((module) => module.InviteDialog), {
	ssr: false,
});
const NewLinkDialog = dynamic(() => import("./new-link-dialog.tsx").then((module) => module.NewLinkDialog), {
	ssr: false,
});
const ResetLinkDialog = dynamic(
	() => import("./reset-link-dialog.tsx").then((module) => module.ResetLinkDialog),
	{ ssr: false },
);
const WithdrawDialog = dynamic(
	() => import("./withdraw-dialog.tsx").then((module) => module.WithdrawDialog),
	{ ssr: false },
);

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

export type PeopleDialogProps<Extra = object> = Extra & DialogState & { site: PeopleSite };

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
	const { request, openDialog, state } = useDialogRequest<DialogRequest>();
	return (
		<PeopleActionsContext value={{ site, openDialog }}>
			{children}
			{request && <RequestedDialog request={request} site={site} {...state} />}
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
