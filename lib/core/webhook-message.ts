/** What a webhook is sent, as Standard Webhooks lays it out. The same event makes the same message each time. */
export const webhookMessage = (event: { type: string; createdAt: Date; data: unknown }) => ({
	type: event.type,
	timestamp: event.createdAt.toISOString(),
	data: event.data,
});
