import { newId } from "#lib/core/ids.ts";
import { makeDelivery, makeWebhook, webhookFields } from "#lib/testing/webhooks.ts";
import type { Rule } from "../expected.ts";
import type { ActionRow } from "../rows.ts";
import type { Stage } from "../stage.ts";
import type { Target } from "../targets.ts";

const FILE = "app/(console)/agencies/[agency]/webhooks/actions.ts";

const onWebhooks = (about: Rule["about"]): { AGENCY: Rule } => ({
	AGENCY: { about, know: "webhook.read", need: "webhook.write" },
});

const markDeleted = ({ world }: Stage, { agency }: Target) =>
	world.owner.query("update webhook_endpoints set deleted_at = now() where agency_id = $1", [agency.id]);

/** A webhook in the target's state, with something in its log. */
async function webhookIn(stage: Stage, target: Target) {
	if (target.state === "non-existent") return { endpointId: newId(), deliveryId: newId() };
	const webhook = await makeWebhook(stage.world, target.agency);
	const { id } = await makeDelivery(stage.world, webhook, { state: "PARKED" });
	if (target.state === "deleted") await markDeleted(stage, target);
	return { endpointId: webhook.id, deliveryId: id };
}

/** For the page of one. */
export const webhookOf = async (stage: Stage, target: Target) => (await webhookIn(stage, target)).endpointId;

const aboutWebhook =
	(rest: Record<string, unknown> = {}) =>
	async (stage: Stage, target: Target) => ({ endpointId: await webhookOf(stage, target), ...rest });

const aWebhook = { kind: "tenant", at: onWebhooks("thing"), changes: true } as const;

export const WEBHOOK_ACTIONS: ActionRow[] = [
	{
		kind: "tenant",
		name: `${FILE}#createWebhookAction`,
		at: onWebhooks("view"),
		changes: true,
		// An agency has room for few of them.
		async input(stage, target) {
			await markDeleted(stage, target);
			return webhookFields();
		},
	},
	{
		...aWebhook,
		name: `${FILE}#editWebhookAction`,
		input: aboutWebhook({ version: 1, ...webhookFields({ description: "Edited" }) }),
	},
	{ ...aWebhook, name: `${FILE}#setWebhookEnabledAction`, input: aboutWebhook({ enabled: false }) },
	{ ...aWebhook, name: `${FILE}#deleteWebhookAction`, input: aboutWebhook() },
	{ ...aWebhook, name: `${FILE}#sendTestAction`, input: aboutWebhook() },
	{
		...aWebhook,
		name: `${FILE}#resendDeliveryAction`,
		input: async (stage: Stage, target: Target) => ({
			deliveryId: (await webhookIn(stage, target)).deliveryId,
		}),
	},
];
