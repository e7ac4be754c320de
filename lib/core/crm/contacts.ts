import type { ContactTextField } from "./contact-text-fields.ts";
import type { CustomValue } from "./custom-fields.ts";
import type { RunState } from "./workflow-states.ts";

export const CONTACT_SORTS = ["name", "email", "created", "updated"] as const;
export type ContactSort = (typeof CONTACT_SORTS)[number];

/** A contact as screens show it. */
export type ContactSummary = Record<ContactTextField, string | null> & {
	id: string;
	/** What to call it. */
	name: string;
	dnd: boolean;
	tags: string[];
	/** By the id of the custom field. */
	customValues: Record<string, CustomValue>;
	createdAt: string;
	updatedAt: string;
	version: number;
};

/** A tag that contacts of a location have, and how many. */
export type TagCount = { tag: string; contacts: number };

/** What a contact did, and what was done with it; the newest first, as far as it is shown. */
export type ContactActivity = {
	submissions: { id: string; formName: string; at: string }[];
	clicks: { id: string; linkName: string; at: string }[];
	runs: { id: string; workflowName: string; state: RunState; at: string }[];
};
