/** What the triggers say on the channel: the words of one notification, read. */
export type Change =
	| { kind: "keys"; keyIds: readonly string[] }
	| { kind: "agency"; agencyId: string }
	| { kind: "all" };

export type Message =
	| Change
	| { kind: "barrier"; barrier: string; replyTo: string }
	| { kind: "instance" }
	/** Somebody wants to know that all uses before a moment are written. */
	| { kind: "uses"; until: Date };

/** Reads a notification's payload. Whatever cannot be read counts as a change of everything. */
export function readMessage(payload: string): Message {
	const [kind, first, second] = payload.split(" ");
	if (kind === "k" && first && second) return { kind: "keys", keyIds: second.split(",") };
	if (kind === "a" && first) return { kind: "agency", agencyId: first };
	if (payload === "i") return { kind: "instance" };
	if (kind === "u" && /^\d{1,15}$/.test(first ?? "")) return { kind: "uses", until: new Date(Number(first)) };
	if (kind === "b" && first && second) return { kind: "barrier", barrier: first, replyTo: second };
	return { kind: "all" };
}
