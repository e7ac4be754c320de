"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
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
		const message = created ? "The shared secret was created." : "There is a shared secret already.";
		return { message, data: undefined };
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
		return { message: `Version ${version} is the secret now.`, data: undefined };
	});
}

export async function endOverlapAction(place: SecretPlace, input: unknown) {
	return runAction({ place, input, schema: EndForm }, async (ctx, form) => {
		const { version } = await endSharedSecretOverlap(ctx, form);
		refresh();
		return { message: `Version ${version} counts no more.`, data: undefined };
	});
}

export async function requireSignedRequestsAction(place: SecretPlace, input: unknown) {
	return runAction({ place, input, schema: RequireForm }, async (ctx, form) => {
		const { required, propagation } = await requireSignedRequests(ctx, form);
		refresh();
		const message = required
			? "Requests must be signed from now on."
			: "Requests need no signature any more.";
		return { message, data: { propagated: propagation.propagated } };
	});
}
