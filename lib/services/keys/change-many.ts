import { log } from "#lib/config/log.ts";
import { AppError } from "#lib/core/errors.ts";
import type { BulkChange, BulkForm, BulkResult, ChangedLabels } from "#lib/core/keys/bulk-change.ts";
import { type PatchChange, patchOf } from "#lib/core/keys/plan-patch.ts";
import type { Propagation } from "#lib/data/changes/barriers.ts";
import type { Tx } from "#lib/data/client.ts";
import type { Context } from "#lib/data/context.ts";
import type { KeyFacts } from "#lib/data/keys.ts";
import { propagate } from "../propagate.ts";
import { deleteKeyUntold } from "./delete.ts";
import { keepKeyAlive } from "./keep-alive.ts";
import { labelKey } from "./label.ts";
import { type KeyPatch, patchKeyUntold } from "./patch.ts";
import { restoreKeyUntold } from "./restore.ts";
import { revokeKeyUntold } from "./revoke.ts";
import { setKeyEnabledUntold } from "./set-enabled.ts";
import { readScopesLeft } from "./unused-scopes.ts";

/** What a verb says of the key: unless `isChanged` is false, it changed it. */
type Changed = { title: string; isChanged?: boolean; labels?: ChangedLabels };
type Attempt = ({ keyId: string } & Changed) | { keyId: string; error: AppError };

/**
 * Changes many keys as each would be changed by itself: in a transaction of its own, with its own rights, rules and audit
 * event, so that one that is refused holds up no other. All processes are told once, at the end. When every key is refused
 * because the actor may not change or see it, that is the answer to the whole. What cannot be asked about one key cannot be
 * asked about the next: `stopped` says why the keys from there on were not tried.
 */
export async function changeManyKeys(
	ctx: Context,
	{ keyIds, change }: BulkForm,
): Promise<{ results: BulkResult[]; stopped: string | null; propagation: Propagation }> {
	const attempts: Attempt[] = [];
	let stop: AppError | null = null;
	for (const keyId of keyIds) {
		const tried = await attempt(ctx, keyId, change);
		if ("error" in tried && tried.error.code === "unavailable") {
			stop = tried.error;
			break;
		}
		attempts.push(tried);
	}
	const refusal = attempts.length === 0 ? stop : sharedRefusal(attempts);
	if (refusal) throw refusal;
	return propagate(ctx, Promise.resolve({ results: attempts.map(resultOf), stopped: stop?.detail ?? null }));
}

async function attempt(ctx: Context, keyId: string, change: BulkChange): Promise<Attempt> {
	try {
		return { ...(await changeOne(ctx, keyId, change)), keyId };
	} catch (error) {
		if (error instanceof AppError) return { keyId, error };
		log().error({ err: error, agencyId: ctx.agencyId, keyId }, "one of many keys could not be changed");
		return { keyId, error: new AppError("internal", "Something went wrong on our side. Try again.") };
	}
}

function changeOne(ctx: Context, keyId: string, change: BulkChange): Promise<Changed> {
	switch (change.kind) {
		case "switchOff":
			return setKeyEnabledUntold(ctx, { keyId, enabled: false });
		case "switchOn":
			return setKeyEnabledUntold(ctx, { keyId, enabled: true });
		case "revoke":
			return revokeKeyUntold(ctx, { keyId, reason: change.reason });
		case "delete":
			return deleteKeyUntold(ctx, keyId, () => refuseUsed(change.usedToo));
		case "restore":
			return restoreKeyUntold(ctx, keyId);
		case "extend":
		case "endIn":
		case "makeReadonly":
		case "removeUnusedScopes":
		case "exempt":
			return patchKeyUntold(ctx, { keyId, changes: (before, tx) => plannedPatch(tx, ctx, before, change) });
		case "keepAlive":
			return keepKeyAlive(ctx, { keyId });
		case "label":
			return labelKey(ctx, { keyId, add: change.add, remove: change.remove });
		default:
			return change satisfies never;
	}
}

async function plannedPatch(tx: Tx, ctx: Context, before: KeyFacts, change: PatchChange): Promise<KeyPatch> {
	const scopesLeft = change.kind === "removeUnusedScopes" ? await readScopesLeft(tx, ctx, before) : null;
	return patchOf({ ...before, scopesLeft }, change, ctx.now);
}

function refuseUsed(usedToo: boolean) {
	if (!usedToo) throw new AppError("conflict", "This key was used in the last 7 days, so it was kept.");
}

/** Why all of them were refused, when it is the same for all and about the actor rather than about the keys. */
function sharedRefusal(attempts: readonly Attempt[]): AppError | null {
	const codes = new Set(attempts.map((one) => ("error" in one ? one.error.code : null)));
	const [first] = attempts;
	if (codes.size !== 1 || !first || !("error" in first)) return null;
	return first.error.code === "forbidden" || first.error.code === "not_found" ? first.error : null;
}

function resultOf(one: Attempt): BulkResult {
	const { keyId } = one;
	if ("error" in one) return { keyId, outcome: "refused", code: one.error.code, why: one.error.detail };
	const { title, labels } = one;
	if (one.isChanged === false) return { keyId, outcome: "unchanged", title };
	return { keyId, outcome: "done", title, ...(labels && { labels }) };
}
