import { z } from "zod";
import type { LinkSummary } from "#lib/core/crm/link-fields.ts";

/** A trigger link as both dialects show it. */
export const linkShape = {
	id: z.string(),
	name: z.string(),
	redirectTo: z.string(),
	fieldKey: z.string().describe("What templates name it by."),
	locationId: z.string(),
	url: z.string().describe("The address to give out."),
};

export const presentLink = (origin: string, { id, name, redirectTo, locationId, slug }: LinkSummary) => ({
	id,
	name,
	redirectTo,
	fieldKey: `{{trigger_link.${id}}}`,
	locationId,
	url: `${origin}/l/${slug}`,
});
