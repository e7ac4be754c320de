import { z } from "zod";
import type { ErrorCode } from "../errors.ts";
import { Id } from "../ids.ts";
import { RevokeReason } from "./fields.ts";
import { Labels } from "./labels.ts";

/** How many keys one call changes. */
export const BULK_MAX = 50;
const EXTENSION_DAYS_MAX = 3_650;

const Until = z.iso.datetime({ offset: true }).transform((text) => new Date(text));
const Days = z.number().int().min(1).max(EXTENSION_DAYS_MAX);

/** What can be done to many keys at once. */
export const BulkChange = z.discriminatedUnion("kind", [
	z.strictObject({ kind: z.literal("switchOff") }),
	z.strictObject({ kind: z.literal("switchOn") }),
	z.strictObject({ kind: z.literal("revoke"), reason: RevokeReason }),
	/** `usedToo`: whoever asks has confirmed that keys in recent use go as well. */
	z.strictObject({ kind: z.literal("delete"), usedToo: z.boolean() }),
	z.strictObject({ kind: z.literal("restore") }),
	/** To so many days from now, or until a moment. */
	z.strictObject({
		kind: z.literal("extend"),
		to: z.union([z.strictObject({ days: Days }), z.strictObject({ until: Until })]),
	}),
	/** Gives a key that never ends an end so many days from now. */
	z.strictObject({ kind: z.literal("endIn"), days: Days }),
	z.strictObject({ kind: z.literal("makeReadonly") }),
	/** Takes away what the key holds and nobody has used for a long time. */
	z.strictObject({ kind: z.literal("removeUnusedScopes") }),
	z.strictObject({ kind: z.literal("keepAlive") }),
	/** From the inactivity rule. */
	z.strictObject({ kind: z.literal("exempt") }),
	z.strictObject({ kind: z.literal("label"), add: Labels, remove: Labels }),
]);
export type BulkChange = z.output<typeof BulkChange>;
/** {@link BulkChange} as it is sent. */
export type BulkChangeInput = z.input<typeof BulkChange>;

/** Each key once, in the order in which they are gone through. */
export const BulkForm = z.strictObject({
	keyIds: z
		.array(Id)
		.min(1)
		.max(BULK_MAX)
		.refine((ids) => new Set(ids).size === ids.length, { error: "Name each key once." }),
	change: BulkChange,
});
export type BulkForm = z.output<typeof BulkForm>;

export type ChangedLabels = { added: string[]; removed: string[] };

/** What came of one key. One that was so already is `unchanged`. `why` is for people to read. */
export type BulkResult =
	| { keyId: string; outcome: "done"; title: string; labels?: ChangedLabels }
	| { keyId: string; outcome: "unchanged"; title: string }
	| { keyId: string; outcome: "refused"; code: ErrorCode; why: string };

/** How a key refuses a change that was made of it before. */
const MADE_ALREADY: Partial<Record<BulkChange["kind"], ErrorCode>> = {
	delete: "not_found",
	revoke: "conflict",
	endIn: "conflict",
	makeReadonly: "conflict",
	removeUnusedScopes: "conflict",
	exempt: "conflict",
};

/**
 * What came of a key that was sent once more, since nobody heard what came of it the first time: a refusal because it is
 * so already is none. A key that is gone was there when it was chosen, so it is one that was deleted.
 */
export function resultOfRetry(result: BulkResult, title: string, kind: BulkChange["kind"]): BulkResult {
	if (result.outcome !== "refused" || result.code !== MADE_ALREADY[kind]) return result;
	return { keyId: result.keyId, outcome: kind === "delete" ? "done" : "unchanged", title };
}
