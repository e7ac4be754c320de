"use client";

import { useEffect, useRef } from "react";
import { keysHeading } from "./focus-targets.ts";

/** When the row with the focus leaves the table, the focus goes to the heading rather than nowhere. */
export function useFocusKeeper(rows: readonly unknown[], heading = keysHeading) {
	const root = useRef<HTMLDivElement>(null);
	const hadFocus = useRef(false);

	useEffect(() => {
		const note = (event: FocusEvent) => {
			hadFocus.current = event.target instanceof Node && (root.current?.contains(event.target) ?? false);
		};
		document.addEventListener("focusin", note);
		return () => document.removeEventListener("focusin", note);
	}, []);

	// biome-ignore lint/correctness/useExhaustiveDependencies: new rows are what may take the focus away
	useEffect(() => {
		if (hadFocus.current && document.activeElement === document.body) heading()?.focus();
	}, [rows]);

	return root;
}
