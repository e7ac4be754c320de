import type { BulkChangeInput } from "#lib/core/keys/bulk-change.ts";
import type { FixKind } from "#lib/core/keys/fix.ts";

/** The kinds that a list of keys offers. */
export type BulkKind = "switchOff" | "switchOn" | "extend" | "label" | "revoke" | "delete";

/** What a person says of a change of many keys, as they type it. */
export type BulkDraft = { reason: string; days: string; add: string[]; remove: string[]; typed: string };

export const EMPTY_BULK: BulkDraft = { reason: "", days: "90", add: [], remove: [], typed: "" };

export type BulkProblem = "reasonMissing" | "daysWrong" | "labelsMissing" | "typeWrong";

/** Kinds that end what a key is used for: those in use ask for more than a press. */
export const isGrave = (kind: BulkKind) => kind === "revoke" || kind === "delete";

/** Whether a number was typed, with or without what parts its thousands. */
export const isTyped = (typed: string, count: number) => typed.replace(/\D/gu, "") === String(count);

/** The change that was asked for, or what is missing. `mustType` is the number that has to be typed, if one has. */
export function bulkChangeOf(
	kind: BulkKind | FixKind,
	draft: BulkDraft,
	mustType: number | null,
): { change: BulkChangeInput } | { problem: BulkProblem } {
	if (mustType !== null && !isTyped(draft.typed, mustType)) return { problem: "typeWrong" };
	switch (kind) {
		case "revoke":
			return draft.reason.trim() === ""
				? { problem: "reasonMissing" }
				: { change: { kind, reason: draft.reason } };
		case "delete":
			return { change: { kind, usedToo: mustType !== null } };
		case "extend":
		case "endIn": {
			const days = Number(draft.days);
			if (!Number.isInteger(days) || days < 1 || days > 3_650) return { problem: "daysWrong" };
			return { change: kind === "endIn" ? { kind, days } : { kind, to: { days } } };
		}
		case "label":
			return draft.add.length + draft.remove.length === 0
				? { problem: "labelsMissing" }
				: { change: { kind, add: draft.add, remove: draft.remove } };
		default:
			return { change: { kind } };
	}
}
