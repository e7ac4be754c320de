"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { textsOf } from "#components/texts/texts-of.ts";
import { runAction } from "#lib/actions/run-action.ts";
import { Id } from "#lib/core/ids.ts";
import { WebhookEdit, WebhookFields } from "#lib/core/webhooks.ts";
import { createWebhook } from "#lib/services/webhooks/create.ts";
import { deleteWebhook } from "#lib/services/webhooks/delete.ts";
import { editWebhook } from "#lib/services/webhooks/edit.ts";
import { resendDelivery } from "#lib/services/webhooks/resend.ts";
import { sendTest } from "#lib/services/webhooks/send-test.ts";
import { setWebhookEnabled } from "#lib/services/webhooks/set-enabled.ts";

export type WebhookPlace = { agency: string };

const WebhookForm = z.strictObject({ endpointId: Id });
const EnableForm = z.strictObject({ endpointId: Id, enabled: z.boolean() });
const DeliveryForm = z.strictObject({ deliveryId: Id });

const refresh = () => revalidatePath("/agencies/[agency]/webhooks", "layout");

export async function createWebhookAction(place: WebhookPlace, input: unknown) {
	return runAction({ place, input, schema: WebhookFields }, async (ctx, fields) => {
		const { id } = await createWebhook(ctx, fields);
		refresh();
		return { message: (await textsOf("webhooks"))("done.added"), data: { id } };
	});
}

export async function editWebhookAction(place: WebhookPlace, input: unknown) {
	return runAction({ place, input, schema: WebhookEdit }, async (ctx, edit) => {
		const { id } = await editWebhook(ctx, edit);
		refresh();
		return { message: (await textsOf("webhooks"))("done.saved"), data: { id } };
	});
}

export async function setWebhookEnabledAction(place: WebhookPlace, input: unknown) {
	return runAction({ place, input, schema: EnableForm }, async (ctx, form) => {
		await setWebhookEnabled(ctx, form);
		refresh();
		const t = await textsOf("webhooks");
		return { message: t(form.enabled ? "done.switchedOn" : "done.switchedOff"), data: undefined };
	});
}

/** Refreshes nothing: the page that it is called on may be the one of what is deleted. */
export async function deleteWebhookAction(place: WebhookPlace, input: unknown) {
	return runAction({ place, input, schema: WebhookForm }, async (ctx, form) => {
		await deleteWebhook(ctx, form);
		return { message: (await textsOf("webhooks"))("done.deleted"), data: undefined };
	});
}

export async function sendTestAction(place: WebhookPlace, input: unknown) {
	return runAction({ place, input, schema: WebhookForm }, async (ctx, form) => {
		await sendTest(ctx, form);
		refresh();
		return { message: (await textsOf("webhooks"))("done.testSent"), data: undefined };
	});
}

export async function resendDeliveryAction(place: WebhookPlace, input: unknown) {
	return runAction({ place, input, schema: DeliveryForm }, async (ctx, form) => {
		await resendDelivery(ctx, form);
		refresh();
		return { message: (await textsOf("webhooks"))("done.sentAgain"), data: undefined };
	});
}
