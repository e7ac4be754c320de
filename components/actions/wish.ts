"use client";

import { useEffect, useEffectEvent } from "react";

/** What somebody chose to do on the page that they are led to. */
export type Wish = "create-key" | "create-location" | "invite-people";

const WISHED = "latchkey:wished";
/** Whoever arrives later than this has changed their mind. */
const WISH_MS = 10_000;

let wished: { wish: Wish; at: number } | null = null;

/** Says what is to be done as soon as the page that does it is shown; it may be shown already. */
export function wishFor(wish: Wish) {
	wished = { wish, at: Date.now() };
	window.dispatchEvent(new Event(WISHED));
}

/** Fulfils a wish, once. */
export function useWish(wish: Wish, fulfil: () => void) {
	const take = useEffectEvent(() => {
		if (wished?.wish !== wish) return;
		const isFresh = Date.now() - wished.at < WISH_MS;
		wished = null;
		if (isFresh) fulfil();
	});

	useEffect(() => {
		const onWished = () => take();
		onWished();
		window.addEventListener(WISHED, onWished);
		return () => window.removeEventListener(WISHED, onWished);
	}, []);
}
