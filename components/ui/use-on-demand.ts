"use client";

import { useRef, useState } from "react";
import { flushSync } from "react-dom";

/** Keys that open a menu or a list, and do not press a button by themselves. */
const OPENING_KEYS = ["ArrowDown", "ArrowUp"];

/**
 * A control with a popup whose code loads when somebody comes near: a pointer over its button, the focus, a press. Until
 * then the button stands there alone, with `near`. Once the code is there, the whole control takes its place, and the
 * focus; a press that was faster is made once more.
 */
export function useOnDemand<Part extends object>(load: () => Promise<Part>) {
	const [part, setPart] = useState<Part | null>(null);
	const button = useRef<HTMLButtonElement>(null);
	const state = useRef({ loaded: null as Part | null, isHeld: false, isPressed: false, isTaken: false });

	function takePlace() {
		const { loaded, isHeld, isPressed } = state.current;
		// Nothing is exchanged below a finger: the press would end on another button than it began on.
		if (!loaded || isHeld || state.current.isTaken || !button.current) return;
		state.current.isTaken = true;
		const hasFocus = document.activeElement === button.current;
		flushSync(() => setPart(loaded));
		if (hasFocus) button.current?.focus({ preventScroll: true });
		if (isPressed) button.current?.click();
	}

	async function prepare() {
		try {
			state.current.loaded ??= await load();
		} catch {
			state.current.isPressed = false;
			return;
		}
		takePlace();
	}

	function press() {
		state.current.isHeld = false;
		state.current.isPressed = true;
		void prepare();
	}

	const near = {
		onPointerEnter: () => void prepare(),
		onPointerDown: () => {
			state.current.isHeld = true;
		},
		onPointerLeave: () => {
			state.current.isHeld = false;
		},
		onFocus: () => void prepare(),
		onClick: press,
		onKeyDown: (event: { key: string; preventDefault: () => void }) => {
			if (!OPENING_KEYS.includes(event.key)) return;
			event.preventDefault();
			press();
		},
	};
	return { part, button, near };
}
