"use client";

import dynamic from "next/dynamic";
import { createContext, type ReactNode, useContext } from "react";
import { type DialogState, useDialogRequest } from "#components/actions/use-dialog-request.ts";
import type { LinkSummary } from "#lib/core/crm/link-fields.ts";
import { linkPath } from "#lib/core/crm/link-path.ts";
import type { LinksPlace } from "../actions.ts";

const DeleteLinkDialog = dynamic(
	() => import("./delete-link-dialog.tsx").then((module) => module.DeleteLinkDialog),
	{ ssr: false },
);
const LinkDialog = dynamic(() => import("./link-dialog.tsx").then((module) => module.LinkDialog), {
	ssr: false,
});

type DialogRequest = { kind: "create" } | { kind: "edit" | "delete"; link: LinkSummary };

export type LinkDialogProps<Extra = { link: LinkSummary }> = Extra &
	DialogState & { place: LinksPlace; locationId: string };

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
	const { request, openDialog, state } = useDialogRequest<DialogRequest>();
	const actions: LinkActions = {
		openDialog,
		place,
		addressOf: ({ slug }) => origin + linkPath(slug),
	};
	const props = { place, locationId, ...state };
	return (
		<LinkActionsContext value={actions}>
			{children}
			{request?.kind === "create" && <LinkDialog {...props} link={null} />}
			{request?.kind === "edit" && <LinkDialog {...props} link={request.link} />}
			{request?.kind === "delete" && <DeleteLinkDialog {...props} link={request.link} />}
		</LinkActionsContext>
	);
}
