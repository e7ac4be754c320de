import type { LinkSummary } from "#lib/core/crm/link-fields.ts";
import type { LinkFacts } from "#lib/data/trigger-links.ts";

export const summarizeLink = ({ clicks, createdAt, updatedAt, ...link }: LinkFacts): LinkSummary => ({
	...link,
	clicks: Number(clicks),
	createdAt: createdAt.toISOString(),
	updatedAt: updatedAt.toISOString(),
});
