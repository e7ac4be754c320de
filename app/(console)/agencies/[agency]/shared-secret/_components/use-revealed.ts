"use client";

import { useEffect, useState } from "react";

const SHOWN_MS = 60_000;

/** A text that is forgotten after a minute, and at once when the page is left. */
export function useRevealed() {
	const [text, setText] = useState<string | null>(null);

	useEffect(() => {
		if (text === null) return;
		const hide = () => setText(null);
		const timer = setTimeout(hide, SHOWN_MS);
		window.addEventListener("pagehide", hide);
		return () => {
			clearTimeout(timer);
			window.removeEventListener("pagehide", hide);
		};
	}, [text]);

	return { text, show: setText, hide: () => setText(null) };
}
