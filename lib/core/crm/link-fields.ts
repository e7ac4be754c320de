import { z } from "zod";
import { Id } from "../ids.ts";
import { singleLine } from "../text.ts";
import { webAddress } from "./web-address.ts";

/** How many trigger links a location may have. */
export const LINKS_MAX = 1_000;
export const LINK_NAME_MAX = 100;

/** A trigger link from outside. */
export const LinkFields = z.strictObject({
	name: singleLine(LINK_NAME_MAX, "The name"),
	redirectTo: webAddress("The address"),
});
export type LinkFields = z.output<typeof LinkFields>;

/** `version` is the one that the editor saw; without one, whatever is there is replaced. */
export const LinkEdit = LinkFields.partial().extend({ linkId: Id, version: z.int().min(1).optional() });
export type LinkEdit = z.output<typeof LinkEdit>;

/** A trigger link as screens and presenters show it. Instants are ISO 8601. */
export type LinkSummary = {
	id: string;
	locationId: string;
	slug: string;
	name: string;
	redirectTo: string;
	clicks: number;
	createdAt: string;
	updatedAt: string;
	version: number;
};

/** One time that somebody followed a link. */
export type LinkClickSummary = {
	id: string;
	contact: { id: string; name: string } | null;
	address: string;
	client: string;
	clickedAt: string;
};
