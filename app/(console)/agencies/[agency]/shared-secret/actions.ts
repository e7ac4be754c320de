"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { textsOf } from "#components/texts/texts-of.ts";
import { runAction } from "#lib/actions/run-action.ts";
import { Id } from "#lib/core/ids.ts";
import { OverlapSeconds } from "#lib/core/shared-secret.ts";
import { createSharedSecret } from "#lib/services/shared-secret/create.ts";
import { endSharedSecretOverlap } from "#lib/services/shared-secret/end-overlap.ts";
import { requireSignedRequests } from "#lib/services/shared-secret/require-signed-requests.ts";
import { revealSharedSecret } from "#lib/services/shared-secret/reveal.ts";
import { rotateSharedSecret } from "#lib/services/shared-secret/rotate.ts";

export type SecretPlace = { agency: string };

const Version = z.number().int().min(1);
const Nothing = z.strictObject({});
const RevealForm = z.strictObject({ id: Id });
const RotateForm = z.strictObject({ version: Version, overlapSeconds: OverlapSeconds });
const EndForm = z.strictObject({ version: Version });
const RequireForm = z.strictObject({ required: z.boolean() });

const refresh = () => revalidatePath("/agencies/[agency]/shared-secret", "page");

export async function createSharedSecretAction(place: SecretPlace, input: unknown) {
	return runAction({ place, input, schema: Nothing }, async (ctx) => {
		const { created } = await createSharedSecret(ctx);
		refresh();
		const t = await textsOf("sharedSecret");
		return { message: t(created ? "done.created" : "done.alreadyThere"), data: undefined };
	});
}

/** `text` has no other way out: the page shows it for a minute and keeps it nowhere. */
export async function revealSharedSecretAction(place: SecretPlace, input: unknown) {
	return runAction({ place, input, schema: RevealForm }, async (ctx, form) => {
		const { text } = await revealSharedSecret(ctx, form);
		return { message: "", data: { text } };
	});
}

export async function rotateSharedSecretAction(place: SecretPlace, input: unknown) {
	return runAction({ place, input, schema: RotateForm }, async (ctx, form) => {
		const { version } = await rotateSharedSecret(ctx, form);
		refresh();
		return { message: (await textsOf("sharedSecret"))("done.rotated", { version }), data: undefined };
	});
}

export async function endOverlapAction(place: SecretPlace, input: unknown) {
	return runAction({ place, input, schema: EndForm }, async (ctx, form) => {
		const { version } = await endSharedSecretOverlap(ctx, form);
		refresh();
		return { message: (await textsOf("sharedSecret"))("done.ended", { version }), data: undefined };
	});
}

export async function requireSignedRequestsAction(place: SecretPlace, input: unknown) {
	return runAction({ place, input, schema: RequireForm }, async (ctx, form) => {
		const { required, propagation } = await requireSignedRequests(ctx, form);
		refresh();
		const t = await textsOf("sharedSecret");
		return {
			message: t(required ? "done.required" : "done.notRequired"),
			data: { propagated: propagation.propagated },
		};
	});
}
