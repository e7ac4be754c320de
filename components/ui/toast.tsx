"use client";

import { createContext, type ReactNode, useCallback, useContext, useEffect, useState } from "react";

/** Long enough to read a sentence, find the Undo button and press it. */
const UNDO_MS = 12_000;
const NOTE_MS = 6_000;
const UNTIL_DISMISSED = 0;

export type ToastUndo = { label: string; onClick: () => void };

type Detail = { text?: string; undo?: ToastUndo };

export type ToastMessage = Detail & {
	title: string;
	type: "done" | "warning" | "failure";
	timeout: number;
	priority?: "high";
};

const TellContext = createContext<(message: ToastMessage) => void>(() => undefined);

export function useToasts() {
	const tell = useContext(TellContext);
	return {
		tellDone(title: string, detail: Detail = {}) {
			tell({ title, type: "done", timeout: detail.undo ? UNDO_MS : NOTE_MS, ...detail });
		},
		/** Done, with something to know about it. Stays until it is dismissed. */
		tellWarning(title: string, detail: Detail) {
			tell({ title, type: "warning", timeout: UNTIL_DISMISSED, ...detail });
		},
		tellFailure(title: string) {
			tell({ title, type: "failure", priority: "high", timeout: UNDO_MS });
		},
	};
}

/**
 * Tells of what was done. What shows it comes at the first touch of the page: without a network it would come too late, and
 * what is to be read aloud has to lie there before.
 */
export function ToastProvider({ children }: { children: ReactNode }) {
	const [messages, setMessages] = useState<readonly ToastMessage[]>([]);
	const { list, load } = useToastList();
	const tell = useCallback(
		(message: ToastMessage) => {
			setMessages((before) => [...before, message]);
			void load();
		},
		[load],
	);
	const forget = useCallback(
		(told: readonly ToastMessage[]) =>
			setMessages((before) => before.filter((message) => !told.includes(message))),
		[],
	);

	return (
		<TellContext value={tell}>
			{children}
			{list && <list.Toasts messages={messages} onTold={forget} />}
		</TellContext>
	);
}

type ToastList = typeof import("./toast-list.tsx");

function useToastList() {
	const [list, setList] = useState<ToastList | null>(null);
	const load = useCallback(async () => {
		try {
			setList(await import("./toast-list.tsx"));
		} catch {
			// Tried again when there is something to tell.
		}
	}, []);

	useEffect(() => {
		const ends = new AbortController();
		const loadOnce = () => {
			ends.abort();
			void load();
		};
		for (const touch of ["pointerdown", "keydown"])
			window.addEventListener(touch, loadOnce, { signal: ends.signal, capture: true });
		return () => ends.abort();
	}, [load]);

	return { list, load };
}
