"use client";

import { useEffect, useState } from "react";
import { FIND_CHARACTERS_MIN, FOUND_KINDS, type Found } from "#lib/core/found.ts";

/** Long enough that somebody who types on is not asked about each letter. */
const PAUSE_MS = 150;

/** The latest answer and the address that it was asked at; `found` is null when none came. */
type Answer = { address: string | null; found: readonly Found[] | null };

const NOTHING: Answer = { address: null, found: [] };

/**
 * What the server knows by this text at the view whose address is `base`. While it is searching, `found` answers an older
 * text: whoever shows it sees to it that it fits.
 */
export function useFound(text: string, base: string | null) {
	const [answer, setAnswer] = useState(NOTHING);
	const [attempt, setAttempt] = useState(0);
	const asked = text.trim();
	const address =
		base !== null && asked.length >= FIND_CHARACTERS_MIN
			? `${base}/find?text=${encodeURIComponent(asked)}#${attempt}`
			: null;

	useEffect(() => {
		if (address === null) return setAnswer(NOTHING);
		const stopping = new AbortController();
		const timer = setTimeout(async () => {
			const found = await askServer(address, stopping.signal);
			if (!stopping.signal.aborted) setAnswer({ address, found });
		}, PAUSE_MS);
		return () => {
			clearTimeout(timer);
			stopping.abort();
		};
	}, [address]);

	return {
		found: (address !== null && answer.found) || [],
		status: statusOf(address, answer),
		askAgain: () => setAttempt((last) => last + 1),
	};
}

function statusOf(address: string | null, answer: Answer) {
	if (address === null) return "idle";
	if (answer.address !== address) return "searching";
	return answer.found ? "done" : "failed";
}

/** Null when there is no answer. */
async function askServer(address: string, signal: AbortSignal): Promise<Found[] | null> {
	try {
		const response = await fetch(address, { signal, cache: "no-store", redirect: "error" });
		const answer: unknown = await response.json();
		return response.ok && isAnswer(answer) ? answer.found : null;
	} catch {
		return null;
	}
}

const isAnswer = (answer: unknown): answer is { found: Found[] } =>
	typeof answer === "object" &&
	answer !== null &&
	"found" in answer &&
	Array.isArray(answer.found) &&
	answer.found.every((one) => FOUND_KINDS.includes(one?.kind));
