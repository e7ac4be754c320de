"use client";

import { createContext, type ReactNode, useContext, useState } from "react";
import { type LinkSummary, linkPath } from "#lib/core/crm/link-fields.ts";
import type { LinksPlace } from "../actions.ts";
import { DeleteLinkDialog } from "./delete-link-dialog.tsx";
import { LinkDialog } from "./link-dialog.tsx";

type DialogRequest = { kind: "create" } | { kind: "edit" | "delete"; link: LinkSummary };

export type LinkDialogProps<Extra = { link: LinkSummary }> = Extra & {
	place: LinksPlace;
	locationId: string;
	open: boolean;
	onClose: () => void;
	/** After the closing animation: the dialog and all it holds may go. */
	onClosed: () => void;
};

type LinkActions = {
	openDialog: (request: DialogRequest) => void;
	place: LinksPlace;
	/** The whole address that is given to people. */
	addressOf: (link: Pick<LinkSummary, "slug">) => string;
};

const LinkActionsContext = createContext<LinkActions | null>(null);

export function useLinkActions() {
	const actions = useContext(LinkActionsContext);
	if (!actions) throw new Error("link actions are used outside of their provider");
	return actions;
}

type ProviderProps = { place: LinksPlace; locationId: string; origin: string; children: ReactNode };

/** Keeps the dialogs outside of the table, so that they outlive the rows that opened them. */
export function LinkActionsProvider({ place, locationId, origin, children }: ProviderProps) {
	const [request, setRequest] = useState<DialogRequest | null>(null);
	const [open, setOpen] = useState(false);
	const actions: LinkActions = {
		openDialog(next) {
			setRequest(next);
			setOpen(true);
		},
		place,
		addressOf: ({ slug }) => origin + linkPath(slug),
	};
	const props = {
		place,
		locationId,
		open,
		onClose: () => setOpen(false),
		onClosed: () => setRequest(null),
	};
	return (
		<LinkActionsContext value={actions}>
			{children}
			{request?.kind === "create" && <LinkDialog {...props} link={null} />}
			{request?.kind === "edit" && <LinkDialog {...props} link={request.link} />}
			{request?.kind === "delete" && <DeleteLinkDialog {...props} link={request.link} />}
		</LinkActionsContext>
	);
}
