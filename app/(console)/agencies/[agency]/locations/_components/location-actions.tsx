"use client";

import { createContext, type ReactNode, useContext, useState } from "react";
import { useAction } from "#components/actions/use-action.ts";
import { useToasts } from "#components/ui/toast.tsx";
import type { LocationSummary } from "#lib/core/places/location.ts";
import { useUndoActions } from "../../../../_components/undo-actions.tsx";
import { useChangeToast } from "../../keys/_components/use-change-toast.ts";
import type { AgencyPlace } from "../actions.ts";
import { CreateLocationDialog } from "./create-location-dialog.tsx";
import { DeleteLocationDialog } from "./delete-location-dialog.tsx";
import { RenameLocationDialog } from "./rename-location-dialog.tsx";
import { SuspendLocationDialog } from "./suspend-location-dialog.tsx";

type DialogRequest =
	| { kind: "create" }
	| { kind: "rename" | "suspend" | "delete"; location: LocationSummary };

export type LocationDialogProps<Extra = { location: LocationSummary }> = Extra & {
	place: AgencyPlace;
	open: boolean;
	onClose: () => void;
	/** After the closing animation: the dialog and all it holds may go. */
	onClosed: () => void;
};

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
	const [request, setRequest] = useState<DialogRequest | null>(null);
	const [open, setOpen] = useState(false);
	const { tellFailure } = useToasts();
	const tellChange = useChangeToast();
	const { resumeLocationAction } = useUndoActions();
	const { run } = useAction((input) => resumeLocationAction(place, input));

	const actions: LocationActions = {
		openDialog(next) {
			setRequest(next);
			setOpen(true);
		},
		resume: ({ id }) =>
			run(
				{ locationId: id },
				(done) => tellChange("opens", done),
				(refusal) => tellFailure(refusal.message),
			),
	};
	const props = { place, open, onClose: () => setOpen(false), onClosed: () => setRequest(null) };
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
