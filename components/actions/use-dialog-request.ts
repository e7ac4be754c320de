"use client";

import { useState } from "react";

/** Whether a dialog is to be seen, and how it says that it is done. */
export type DialogState = {
	open: boolean;
	onClose: () => void;
	/** After the closing animation: the dialog and all it holds may go. */
	onClosed: () => void;
};

/** Keeps what a dialog was asked for until it has closed, so that it outlives the row that opened it. */
export function useDialogRequest<Request>() {
	const [request, setRequest] = useState<Request | null>(null);
	const [open, setOpen] = useState(false);
	const openDialog = (next: Request) => {
		setRequest(next);
		setOpen(true);
	};
	const state: DialogState = {
		open,
		onClose: () => setOpen(false),
		onClosed: () => setRequest(null),
	};
	return { request, openDialog, state };
}
