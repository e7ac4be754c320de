export const WEBHOOKS_HEADING_ID = "webhooks-heading";
export const CREATE_WEBHOOK_ID = "create-webhook";

/** The menu button of a webhook: in its row, or on its page. */
export const webhookMenuId = (endpointId: string) => `webhook-menu-${endpointId}`;

export const webhooksHeading = () => document.getElementById(WEBHOOKS_HEADING_ID);

/** Where the focus goes after a dialog about a webhook: what opened it, or the heading when that is gone. */
export const webhookMenuOrHeading = (endpointId: string) =>
	document.getElementById(webhookMenuId(endpointId)) ?? webhooksHeading();
