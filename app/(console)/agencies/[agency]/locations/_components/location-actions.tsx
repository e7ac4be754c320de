"use client";

import dynamic from "next/dynamic";
import { createContext, type ReactNode, useContext } from "react";
import { useAction } from "#components/actions/use-action.ts";
import { type DialogState, useDialogRequest } from "#components/actions/use-dialog-request.ts";
import { useToasts } from "#components/ui/toast.tsx";
import type { LocationSummary } from "#lib/core/places/location.ts";
import { useUndoActions } from "../../../../_components/undo-actions.tsx";
import { useChangeToast } from "../../keys/_components/use-change-toast.ts";
import type { AgencyPlace } from "../actions.ts";

const CreateLocationDialog = dynamic(
	() => import("./create-location-dialog.tsx").then((module) => module.CreateLocationDialog),
	{ ssr: false },
);
const DeleteLocationDialog = dynamic(
	() => import("./delete-location-dialog.tsx").then((module) => module.DeleteLocationDialog),
	{ ssr: false },
);
const RenameLocationDialog = dynamic(
	() => import("./rename-location-dialog.tsx").then((module) => module.RenameLocationDialog),
	{ ssr: false },
);
const SuspendLocationDialog = dynamic(
	() => import("./suspend-location-dialog.tsx").then((module) => module.SuspendLocationDialog),
	{ ssr: false },
);

type DialogRequest =
	| { kind: "create" }
	| { kind: "rename" | "suspend" | "delete"; location: LocationSummary };

export type LocationDialogProps<Extra = { location: LocationSummary }> = Extra &
	DialogState & { place: AgencyPlace };

type LocationActions = {
	openDialog: (request: DialogRequest) => void;
	resume: (location: Pick<LocationSummary, "id">) => void;
};

const LocationActionsContext = createContext<LocationActions | null>(null);

export function useLocationActions() {
	const actions = useContext(LocationActionsContext);
	if (!actions) throw new Error("location actions are used outside of their provider");
	return actions;
}

/** Keeps the dialogs outside of the table, so that they outlive the rows that opened them. */
export function LocationActionsProvider({ place, children }: { place: AgencyPlace; children: ReactNode }) {
	const { request, openDialog, state } = useDialogRequest<DialogRequest>();
	const { tellFailure } = useToasts();
	const tellChange = useChangeToast();
	const { resumeLocationAction } = useUndoActions();
	const { run } = useAction((input) => resumeLocationAction(place, input));

	const actions: LocationActions = {
		openDialog,
		resume: ({ id }) =>
			run(
				{ locationId: id },
				(done) => tellChange("opens", done),
				(refusal) => tellFailure(refusal.message),
			),
	};
	const props = { place, ...state };
	return (
		<LocationActionsContext value={actions}>
			{children}
			{request?.kind === "create" && <CreateLocationDialog {...props} />}
			{request?.kind === "rename" && <RenameLocationDialog {...props} location={request.location} />}
			{request?.kind === "suspend" && <SuspendLocationDialog {...props} location={request.location} />}
			{request?.kind === "delete" && <DeleteLocationDialog {...props} location={request.location} />}
		</LocationActionsContext>
	);
}
