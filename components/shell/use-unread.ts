"use client";

import { useEffect, useRef, useState } from "react";
import { z } from "zod";

const POLL_MS = 15_000;
const ADDRESS = "/api/notifications/unread";
const Answer = z.object({ unread: z.number() });

/** Tells anew how many there are, whenever the server renders the page; a new object is a new telling. */
export type Told = { unread: number };

/**
 * How many notifications are unread: as the page was told, and then as the server answers while the page is looked at.
 * `news` says in words that there are more than before.
 */
export function useUnread(told: Told) {
	const [{ unread, news }, setState] = useState({ unread: told.unread, news: "" });
	const latest = useRef(told.unread);

	useEffect(() => {
		latest.current = told.unread;
		setState({ unread: told.unread, news: "" });
	}, [told]);

	useEffect(() => {
		const stopping = new AbortController();
		const { signal } = stopping;
		let asking = false;

		async function ask() {
			if (asking || document.visibilityState !== "visible") return;
			asking = true;
			const answer = await askServer(signal);
			asking = false;
			if (answer === "signed out") return stopping.abort();
			if (answer === null || signal.aborted || answer === latest.current) return;
			const more = answer - latest.current;
			latest.current = answer;
			setState({ unread: answer, news: more > 0 ? newsOf(more) : "" });
		}

		const timer = setInterval(ask, POLL_MS);
		signal.addEventListener("abort", () => clearInterval(timer));
		document.addEventListener("visibilitychange", ask, { signal });
		window.addEventListener("focus", ask, { signal });
		return () => stopping.abort();
	}, []);

	return { unread, news };
}

/** Null when there is no answer for now. */
async function askServer(signal: AbortSignal): Promise<number | "signed out" | null> {
	try {
		const response = await fetch(ADDRESS, { signal, cache: "no-store" });
		if (response.status === 401) return "signed out";
		return Answer.safeParse(await response.json()).data?.unread ?? null;
	} catch {
		return null;
	}
}

const newsOf = (more: number) => (more === 1 ? "1 new notification" : `${more} new notifications`);
