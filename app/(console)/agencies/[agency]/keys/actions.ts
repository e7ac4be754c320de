"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { sayer, textsOf } from "#components/texts/texts-of.ts";
import { runAction } from "#lib/actions/run-action.ts";
import { Id } from "#lib/core/ids.ts";
import { BulkForm } from "#lib/core/keys/bulk-change.ts";
import { KeyEdit, KeyFields, RevokeReason, Scopes, TITLE_MAX } from "#lib/core/keys/fields.ts";
import { KEY_LEVELS } from "#lib/core/keys/key.ts";
import { presentPropagation } from "#lib/core/keys/propagation.ts";
import { SoughtText } from "#lib/core/keys/sought-refusal.ts";
import { ViewName, ViewSearch } from "#lib/core/saved-view.ts";
import { OverlapSeconds } from "#lib/core/shared-secret.ts";
import type { en } from "#lib/core/texts/en/all.ts";
import { changeManyKeys } from "#lib/services/keys/change-many.ts";
import { createKey } from "#lib/services/keys/create.ts";
import { deleteKey } from "#lib/services/keys/delete.ts";
import { describeKeyUse } from "#lib/services/keys/describe-use.ts";
import { editKey } from "#lib/services/keys/edit.ts";
import { endKeyOverlap } from "#lib/services/keys/end-overlap.ts";
import { extendKeyOverlap } from "#lib/services/keys/extend-overlap.ts";
import { keepKeyAlive } from "#lib/services/keys/keep-alive.ts";
import { restoreKey } from "#lib/services/keys/restore.ts";
import { revokeKey } from "#lib/services/keys/revoke.ts";
import { rotateKey } from "#lib/services/keys/rotate.ts";
import { deleteView, saveView } from "#lib/services/keys/saved-views.ts";
import { describeSelection, listSelection } from "#lib/services/keys/select.ts";
import { setKeyEnabled } from "#lib/services/keys/set-enabled.ts";
import { takeScopesAway } from "#lib/services/keys/take-scopes-away.ts";
import { traceRefusal } from "#lib/services/keys/trace-refusal.ts";
import type { Propagated } from "#lib/services/propagate.ts";
import { loadKeysSearch, toKeyQuery } from "./keys-query.ts";

export type KeyPlace = { agency: string; location?: string };

const SEARCH_TEXT_MAX = 2_000;
const CHOSEN_MAX = 5_000;

const KeyForm = z.strictObject({ keyId: Id });
const EnableForm = z.strictObject({ keyId: Id, enabled: z.boolean() });
const RevokeForm = z.strictObject({ keyId: Id, reason: RevokeReason });
const SeenKeyForm = KeyForm.extend({ version: z.number().int().min(1) });
const RotateForm = SeenKeyForm.extend({ overlapSeconds: OverlapSeconds });
const ExtendForm = SeenKeyForm.extend({
	endsAt: z.iso.datetime().transform((text) => new Date(text)),
});
const TakeScopesForm = SeenKeyForm.extend({ scopes: Scopes });
const TraceForm = z.strictObject({ text: SoughtText });
const DeleteForm = z.strictObject({
	keyId: Id,
	typedTitle: z
		.string()
		.max(TITLE_MAX * 4)
		.optional(),
});

/** Keys that a list shows under the filters of its address but those excepted, or those of them that are named. */
const SelectionForm = z.strictObject({
	level: z.enum(KEY_LEVELS),
	locationId: Id.nullable(),
	search: z.string().max(SEARCH_TEXT_MAX),
	keyIds: z.array(Id).max(CHOSEN_MAX).nullable(),
	exceptIds: z.array(Id).max(CHOSEN_MAX),
});
const SelectionPageForm = SelectionForm.extend({ after: Id.nullable() });

const ViewNameForm = z.strictObject({ locationId: Id.nullable(), name: ViewName });
const ViewForm = ViewNameForm.extend({ search: ViewSearch, replaces: ViewName.nullable() });

const selectionOf = ({ level, locationId, search, keyIds, exceptIds }: z.output<typeof SelectionForm>) => ({
	exceptIds,
	query: toKeyQuery(loadKeysSearch(new URLSearchParams(search)), level, locationId ?? undefined),
	keyIds,
});

const refreshKeys = () => revalidatePath("/agencies/[agency]", "layout");

type Deed = keyof typeof en.keyPages.done;

async function told(deed: Deed, title: string) {
	const t = await textsOf("keyPages");
	return t(`done.${deed}`, { title });
}

async function changed(deed: Deed, { title, propagation }: Propagated<{ title: string }>) {
	refreshKeys();
	return { message: await told(deed, title), data: presentPropagation(propagation) };
}

/** `secret` has no other way out: the dialog shows it once and keeps it nowhere. */
export async function createKeyAction(place: KeyPlace, input: unknown) {
	return runAction({ place, input, schema: KeyFields }, async (ctx, fields) => {
		const { key, secret } = await createKey(ctx, fields);
		refreshKeys();
		return { message: await told("created", key.title), data: { title: key.title, secret } };
	});
}

export async function editKeyAction(place: KeyPlace, input: unknown) {
	return runAction({ place, input, schema: KeyEdit }, async (ctx, edit) => {
		const key = await editKey(ctx, edit);
		return changed("saved", key);
	});
}

export async function takeScopesAwayAction(place: KeyPlace, input: unknown) {
	return runAction({ place, input, schema: TakeScopesForm }, async (ctx, form) => {
		const key = await takeScopesAway(ctx, form);
		return changed("holdsLess", key);
	});
}

export async function setKeyEnabledAction(place: KeyPlace, input: unknown) {
	return runAction({ place, input, schema: EnableForm }, async (ctx, form) => {
		const key = await setKeyEnabled(ctx, form);
		return changed(form.enabled ? "switchedOn" : "switchedOff", key);
	});
}

export async function revokeKeyAction(place: KeyPlace, input: unknown) {
	return runAction({ place, input, schema: RevokeForm }, async (ctx, form) => {
		const key = await revokeKey(ctx, form);
		return changed("revoked", key);
	});
}

export async function deleteKeyAction(place: KeyPlace, input: unknown) {
	return runAction({ place, input, schema: DeleteForm }, async (ctx, form) => {
		const key = await deleteKey(ctx, form);
		return changed("deleted", key);
	});
}

/** `secret` has no other way out: the dialog shows it once and keeps it nowhere. */
export async function rotateKeyAction(place: KeyPlace, input: unknown) {
	return runAction({ place, input, schema: RotateForm }, async (ctx, form) => {
		const { title, secret, propagation } = await rotateKey(ctx, form);
		refreshKeys();
		const news = presentPropagation(propagation);
		return { message: await told("rotated", title), data: { title, secret, news } };
	});
}

export async function endKeyOverlapAction(place: KeyPlace, input: unknown) {
	return runAction({ place, input, schema: SeenKeyForm }, async (ctx, form) => {
		const key = await endKeyOverlap(ctx, form);
		return changed("overlapEnded", key);
	});
}

export async function extendKeyOverlapAction(place: KeyPlace, input: unknown) {
	return runAction({ place, input, schema: ExtendForm }, async (ctx, form) => {
		const key = await extendKeyOverlap(ctx, form);
		return changed("overlapExtended", key);
	});
}

export async function restoreKeyAction(place: KeyPlace, input: unknown) {
	return runAction({ place, input, schema: KeyForm }, async (ctx, form) => {
		const key = await restoreKey(ctx, form);
		return changed("restored", key);
	});
}

export async function describeKeyUseAction(place: KeyPlace, input: unknown) {
	return runAction({ place, input, schema: KeyForm }, async (ctx, form) => ({
		message: "",
		data: await describeKeyUse(ctx, form),
	}));
}

export async function keepKeyAliveAction(place: KeyPlace, input: unknown) {
	return runAction({ place, input, schema: KeyForm }, async (ctx, form) => {
		const key = await keepKeyAlive(ctx, form);
		refreshKeys();
		return { message: await told("keptAlive", key.title), data: null };
	});
}

export async function traceRefusalAction(place: KeyPlace, input: unknown) {
	return runAction({ place, input, schema: TraceForm }, async (ctx, form) => ({
		message: "",
		data: await traceRefusal(ctx, form.text),
	}));
}

/** Without refreshing anything: whoever goes through many keys does that once, at the end. */
export async function changeManyKeysAction(place: KeyPlace, input: unknown) {
	return runAction({ place, input, schema: BulkForm }, async (ctx, form) => {
		const { results, stopped, propagation } = await changeManyKeys(ctx, form);
		const say = await sayer();
		const told = results.map((one) => (one.outcome === "refused" ? { ...one, why: say(one.why) } : one));
		const data = {
			results: told,
			stopped: stopped && say(stopped),
			news: presentPropagation(propagation),
		};
		return { message: "", data };
	});
}

export async function describeSelectionAction(place: KeyPlace, input: unknown) {
	return runAction({ place, input, schema: SelectionForm }, async (ctx, form) => ({
		message: "",
		data: await describeSelection(ctx, selectionOf(form)),
	}));
}

export async function listSelectionAction(place: KeyPlace, input: unknown) {
	return runAction({ place, input, schema: SelectionPageForm }, async (ctx, { after, ...form }) => ({
		message: "",
		data: await listSelection(ctx, { ...selectionOf(form), after }),
	}));
}

export async function saveViewAction(place: KeyPlace, input: unknown) {
	return runAction({ place, input, schema: ViewForm }, async (ctx, form) => {
		const { name } = await saveView(ctx, form);
		refreshKeys();
		return { message: await told("saved", name), data: null };
	});
}

export async function deleteViewAction(place: KeyPlace, input: unknown) {
	return runAction({ place, input, schema: ViewNameForm }, async (ctx, form) => {
		const { name } = await deleteView(ctx, form);
		refreshKeys();
		return { message: await told("deleted", name), data: null };
	});
}
