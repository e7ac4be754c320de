"use client";

import { useEffect, useRef, useState } from "react";
import { tellConnection } from "#components/actions/connection.ts";

const POLL_MS = 15_000;
/** A server that does not answer is asked less and less often. */
const POLL_MS_MAX = 300_000;
const ANSWER_MS_MAX = 10_000;
const ADDRESS = "/api/notifications/unread";

/** Tells anew how many there are, whenever the server renders the page; a new object is a new telling. */
export type Told = { unread: number };

/**
 * How many notifications are unread: as the page was told, and then as the server answers while the page is looked at.
 * `more` are those that came since the page was told last.
 */
export function useUnread(told: Told) {
	const [{ unread, more }, setState] = useState({ unread: told.unread, more: 0 });
	const latest = useRef(told.unread);

	useEffect(() => {
		latest.current = told.unread;
		setState({ unread: told.unread, more: 0 });
	}, [told]);

	useEffect(() => {
		const stopping = new AbortController();
		const { signal } = stopping;
		let asking = false;
		let unanswered = 0;
		let timer = setTimeout(ask, POLL_MS);

		async function ask() {
			if (asking || signal.aborted || document.visibilityState !== "visible") return;
			asking = true;
			clearTimeout(timer);
			const before = latest.current;
			const answer = await askServer(signal);
			asking = false;
			if (answer === "signed out") return stopping.abort();
			unanswered = answer === null ? unanswered + 1 : 0;
			if (!signal.aborted) tellConnection(answer === null ? "unreached" : "reached");
			if (!signal.aborted) timer = setTimeout(ask, Math.min(POLL_MS * 2 ** unanswered, POLL_MS_MAX));
			// What the page was told meanwhile is newer.
			if (answer === null || signal.aborted || latest.current !== before || answer === before) return;
			latest.current = answer;
			setState({ unread: answer, more: Math.max(0, answer - before) });
		}

		signal.addEventListener("abort", () => clearTimeout(timer));
		document.addEventListener("visibilitychange", ask, { signal });
		window.addEventListener("focus", ask, { signal });
		window.addEventListener("online", ask, { signal });
		return () => stopping.abort();
	}, []);

	return { unread, more };
}

/** Null when there is no answer for now. */
async function askServer(signal: AbortSignal): Promise<number | "signed out" | null> {
	try {
		const patience = AbortSignal.any([signal, AbortSignal.timeout(ANSWER_MS_MAX)]);
		const response = await fetch(ADDRESS, { signal: patience, cache: "no-store" });
		if (response.status === 401) return "signed out";
		const answer: unknown = await response.json();
		return isCount(answer) ? answer.unread : null;
	} catch {
		return null;
	}
}

const isCount = (answer: unknown): answer is { unread: number } =>
	typeof answer === "object" && answer !== null && "unread" in answer && typeof answer.unread === "number";
