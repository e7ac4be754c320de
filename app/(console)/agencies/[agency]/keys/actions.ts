"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { runAction } from "#lib/actions/run-action.ts";
import { Id } from "#lib/core/ids.ts";
import { KeyEdit, KeyFields, RevokeReason, TITLE_MAX } from "#lib/core/keys/fields.ts";
import { presentPropagation } from "#lib/core/keys/propagation.ts";
import { SoughtText } from "#lib/core/keys/sought-refusal.ts";
import { OverlapSeconds } from "#lib/core/shared-secret.ts";
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
import { setKeyEnabled } from "#lib/services/keys/set-enabled.ts";
import { traceRefusal } from "#lib/services/keys/trace-refusal.ts";
import type { Propagated } from "#lib/services/propagate.ts";

export type KeyPlace = { agency: string; location?: string };

const KeyForm = z.strictObject({ keyId: Id });
const EnableForm = z.strictObject({ keyId: Id, enabled: z.boolean() });
const RevokeForm = z.strictObject({ keyId: Id, reason: RevokeReason });
const SeenKeyForm = KeyForm.extend({ version: z.number().int().min(1) });
const RotateForm = SeenKeyForm.extend({ overlapSeconds: OverlapSeconds });
const ExtendForm = SeenKeyForm.extend({
	endsAt: z.iso.datetime().transform((text) => new Date(text)),
});
const TraceForm = z.strictObject({ text: SoughtText });
const DeleteForm = z.strictObject({
	keyId: Id,
	typedTitle: z
		.string()
		.max(TITLE_MAX * 4)
		.optional(),
});

const refreshKeys = () => revalidatePath("/agencies/[agency]", "layout");

function changed(message: string, { propagation }: Propagated<object>) {
	refreshKeys();
	return { message, data: presentPropagation(propagation) };
}

/** `secret` has no other way out: the dialog shows it once and keeps it nowhere. */
export async function createKeyAction(place: KeyPlace, input: unknown) {
	return runAction({ place, input, schema: KeyFields }, async (ctx, fields) => {
		const { key, secret } = await createKey(ctx, fields);
		refreshKeys();
		return { message: `“${key.title}” was created.`, data: { title: key.title, secret } };
	});
}

export async function editKeyAction(place: KeyPlace, input: unknown) {
	return runAction({ place, input, schema: KeyEdit }, async (ctx, edit) => {
		const key = await editKey(ctx, edit);
		return changed(`“${key.title}” was saved.`, key);
	});
}

export async function setKeyEnabledAction(place: KeyPlace, input: unknown) {
	return runAction({ place, input, schema: EnableForm }, async (ctx, form) => {
		const key = await setKeyEnabled(ctx, form);
		return changed(`“${key.title}” was switched ${form.enabled ? "on" : "off"}.`, key);
	});
}

export async function revokeKeyAction(place: KeyPlace, input: unknown) {
	return runAction({ place, input, schema: RevokeForm }, async (ctx, form) => {
		const key = await revokeKey(ctx, form);
		return changed(`“${key.title}” was revoked.`, key);
	});
}

export async function deleteKeyAction(place: KeyPlace, input: unknown) {
	return runAction({ place, input, schema: DeleteForm }, async (ctx, form) => {
		const key = await deleteKey(ctx, form);
		return changed(`“${key.title}” was deleted.`, key);
	});
}

/** `secret` has no other way out: the dialog shows it once and keeps it nowhere. */
export async function rotateKeyAction(place: KeyPlace, input: unknown) {
	return runAction({ place, input, schema: RotateForm }, async (ctx, form) => {
		const { title, secret, propagation } = await rotateKey(ctx, form);
		refreshKeys();
		const news = presentPropagation(propagation);
		return { message: `“${title}” was rotated.`, data: { title, secret, news } };
	});
}

export async function endKeyOverlapAction(place: KeyPlace, input: unknown) {
	return runAction({ place, input, schema: SeenKeyForm }, async (ctx, form) => {
		const key = await endKeyOverlap(ctx, form);
		return changed(`The older secret of “${key.title}” has ended.`, key);
	});
}

export async function extendKeyOverlapAction(place: KeyPlace, input: unknown) {
	return runAction({ place, input, schema: ExtendForm }, async (ctx, form) => {
		const key = await extendKeyOverlap(ctx, form);
		return changed(`The older secret of “${key.title}” goes on for longer.`, key);
	});
}

export async function restoreKeyAction(place: KeyPlace, input: unknown) {
	return runAction({ place, input, schema: KeyForm }, async (ctx, form) => {
		const key = await restoreKey(ctx, form);
		return changed(`“${key.title}” is back.`, key);
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
		return { message: `“${key.title}” counts as used now.`, data: null };
	});
}

export async function traceRefusalAction(place: KeyPlace, input: unknown) {
	return runAction({ place, input, schema: TraceForm }, async (ctx, form) => ({
		message: "",
		data: await traceRefusal(ctx, form.text),
	}));
}
