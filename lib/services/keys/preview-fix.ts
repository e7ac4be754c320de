import type { BulkChange } from "#lib/core/keys/bulk-change.ts";
import { idlenessOf } from "#lib/core/keys/countdown.ts";
import { effectOf, FIX_MAX, type FixEffect, type FixPreviewForm } from "#lib/core/keys/fix.ts";
import { scopesWithout, unusedScopes } from "#lib/core/keys/unused-scopes.ts";
import type { Scope } from "#lib/core/scopes.ts";
import type { Tx } from "#lib/data/client.ts";
import type { Context } from "#lib/data/context.ts";
import { countFound, type HealthRow, type HealthScene, listFound, listNamed } from "#lib/data/key-health.ts";
import { readPolicy } from "#lib/data/policies.ts";
import { readScopeRecordStart, readScopeUsesOfKeys } from "#lib/data/scope-uses.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { requirePlace } from "../require-place.ts";
import { permitKeys } from "./authorize.ts";
import { describeFoundKeys, type SelectionUse } from "./select.ts";

export type FixPreview = {
	rows: { id: string; title: string; locationName: string | null; effect: FixEffect }[];
	/** How many keys are meant; more than there are rows when they are too many for one go. */
	total: number;
	/** How those that change are used; null when the change stops nobody. */
	use: SelectionUse | null;
};

const STOPS_USE: readonly BulkChange["kind"][] = [
	"switchOff",
	"revoke",
	"delete",
	"makeReadonly",
	"removeUnusedScopes",
];

/** What a change would do to each of these keys, before anybody makes it. */
export async function previewFix(
	ctx: Context,
	{ locationId, about, change }: FixPreviewForm,
): Promise<FixPreview> {
	permitKeys(ctx, locationId, "write");
	const scene = { agencyId: ctx.agencyId, locationId, now: ctx.now };
	return inTransaction(ctx, async (tx) => {
		await requirePlace(tx, ctx, locationId);
		const { rows, total } = await readMeant(tx, scene, about);
		const { policy } = await readPolicy(tx, ctx.agencyId);
		const scopesLeft =
			change.kind === "removeUnusedScopes" ? await readScopesLeft(tx, ctx, rows) : () => null;
		const shown = rows.map((row) => ({
			id: row.id,
			title: row.title,
			locationName: row.locationName,
			effect: effectOf(
				{
					...row,
					scopes: row.scopes as Scope[],
					idleSince: idlenessOf(row, null).since,
					scopesLeft: scopesLeft(row),
				},
				change,
				policy,
				ctx.now,
			),
		}));
		const changing = shown.filter(({ effect }) => effect.becomes !== null).map(({ id }) => id);
		const use = STOPS_USE.includes(change.kind) ? await describeFoundKeys(tx, ctx, changing) : null;
		return { total, rows: shown, use };
	});
}

async function readMeant(tx: Tx, scene: HealthScene, about: FixPreviewForm["about"]) {
	if ("keyIds" in about) {
		const rows = await listNamed(tx, scene, about.keyIds);
		return { rows, total: rows.length };
	}
	const { finding, exceptIds } = about;
	const max = FIX_MAX + exceptIds.length;
	const found = await listFound(tx, scene, { finding, skip: 0, max });
	const rows = found.filter(({ id }) => !exceptIds.includes(id));
	const left = found.length < max ? rows.length : (await countFound(tx, scene, finding)) - exceptIds.length;
	return { rows: rows.slice(0, FIX_MAX), total: left };
}

async function readScopesLeft(tx: Tx, ctx: Context, rows: readonly HealthRow[]) {
	const recordedSince = await readScopeRecordStart(tx);
	const usesOf = await readScopeUsesOfKeys(
		tx,
		ctx.agencyId,
		rows.map(({ id }) => id),
	);
	return (row: HealthRow) => {
		const record = {
			...row,
			...usesOf(row.id),
			granted: row.scopes as Scope[],
			recordedSince,
			now: ctx.now,
		};
		const unused = unusedScopes(record);
		return unused.length === 0 ? null : scopesWithout(record, unused);
	};
}
