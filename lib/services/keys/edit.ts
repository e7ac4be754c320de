import { AppError } from "#lib/core/errors.ts";
import { type KeyEdit, type ProgramFields, storedScopes } from "#lib/core/keys/fields.ts";
import { holdsScope } from "#lib/core/scopes.ts";
import { foldName } from "#lib/core/text.ts";
import type { Tx } from "#lib/data/client.ts";
import type { Context } from "#lib/data/context.ts";
import { changeKeyCredits } from "#lib/data/key-credits.ts";
import { type KeyChange, type KeyFacts, updateKey, writeKeyLocations } from "#lib/data/keys.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { recordAudit } from "../audit/record.ts";
import { propagate } from "../propagate.ts";
import { auditedKey } from "./audited-key.ts";
import { lockChangeableKey, refuseUnseenChange } from "./authorize.ts";
import { changeLabels } from "./change-labels.ts";
import { checkKeyFields, chosenLocations, chosenUpkeep, refuseTakenTitle } from "./check-fields.ts";
import { endTokensBeyond } from "./end-tokens.ts";
import { settleCountdowns } from "./settle-countdowns.ts";

/** Changes what a key is called and what it may do. Refuses when somebody else changed it since `version`. */
export function editKey(ctx: Context, edit: KeyEdit & ProgramFields) {
	const change = inTransaction(ctx, async (tx) => {
		const before = await lockChangeableKey(tx, ctx, edit.keyId);
		refuseUnseenChange(before, edit.version);
		const { id, title } = await writeEdit(tx, ctx, before, edit);
		return { id, title };
	});
	return propagate(ctx, refuseTakenTitle(change));
}

type Edit = Omit<KeyEdit, "version"> & ProgramFields;

/** Writes an edit of a key that is locked, with its audit event. Returns what the key says then. */
export async function writeEdit(tx: Tx, ctx: Context, before: KeyFacts, edit: Edit) {
	if (before.revokedAt) throw new AppError("conflict", "A revoked key cannot be changed any more.");
	await checkKeyFields(tx, ctx, before, fieldsToCheck(before, edit), before);
	await writeKeyLocations(tx, ctx.agencyId, before.id, chosenLocations(before.level, edit));
	await changeKeyCredits(tx, ctx.agencyId, before.id, before.credits, edit);
	const columns = { ...columnsOf(before, edit), ...addedScopes(before, edit, ctx.now) };
	const after = await updateKey(tx, ctx.agencyId, before.id, columns, ctx.now);
	const labels = await changeLabels(tx, ctx, before, () => edit.labels);
	const endedTokens = await endTokensBeyond(tx, ctx, before, after);
	await settleCountdowns(tx, ctx, after);
	await recordAudit(tx, ctx, {
		action: "key.edit",
		subject: { kind: "key", id: before.id },
		locationId: before.locationId,
		before: { ...auditedKey(before), ...labels?.before },
		after: { ...auditedKey(after), ...labels?.after, ...endedTokens },
	});
	return after;
}

function columnsOf({ level }: KeyFacts, edit: Edit): KeyChange {
	const scopes = storedScopes(edit);
	return {
		title: edit.title,
		titleFolded: foldName(edit.title),
		description: edit.description,
		allLocations: level === "AGENCY" && edit.allLocations,
		role: edit.role,
		scopes,
		scopeCount: scopes.length,
		allowedAddresses: edit.allowedAddresses,
		rateLimitMax: edit.rateLimit?.max ?? null,
		rateLimitSeconds: edit.rateLimit?.seconds ?? null,
		expiresAt: edit.expiresAt,
		...chosenUpkeep(edit),
		...(edit.externalId !== undefined && { externalId: edit.externalId }),
		...(edit.meta !== undefined && { meta: edit.meta }),
		...(edit.programLimits !== undefined && { programLimits: edit.programLimits }),
	};
}

/** A scope that comes anew has had no time to be used. */
const addedScopes = (before: KeyFacts, edit: Edit, now: Date) =>
	storedScopes(edit).some((scope) => !holdsScope(before.scopes, scope)) && { scopesAddedAt: now };

/** The fields as they will be: credits that the edit does not name stay. */
function fieldsToCheck(before: KeyFacts, edit: Edit) {
	const { credits = before.credits && Number(before.credits.remaining), ...fields } = edit;
	return { ...fields, credits };
}
