import { API_1 } from "../api-1/guide.ts";
import { API_2 } from "../api-2/guide.ts";
import { AUTHENTICATION } from "../authentication/guide.ts";
import { BEST_PRACTICES } from "../best-practices/guide.ts";
import { ERRORS_GUIDE } from "../errors/guide.ts";
import { FORMS } from "../forms/guide.ts";
import { GETTING_STARTED } from "../getting-started/guide.ts";
import { LIMITS } from "../limits/guide.ts";
import { MOVING_FROM_1_TO_2 } from "../moving-from-1-to-2/guide.ts";
import { SIGNED_REQUESTS } from "../signed-requests/guide.ts";
import { TRIGGER_LINKS } from "../trigger-links/guide.ts";
import { TROUBLESHOOTING } from "../troubleshooting/guide.ts";
import { UNKEY } from "../unkey/guide.ts";
import { VERIFYING_KEYS } from "../verifying-keys/guide.ts";
import { WEBHOOKS } from "../webhooks/guide.ts";
import { WORKFLOWS } from "../workflows/guide.ts";
import type { Guide } from "./guide.ts";

const GROUPS: readonly { label: string; guides: readonly Guide[] }[] = [
	{ label: "Start", guides: [GETTING_STARTED, AUTHENTICATION] },
	{ label: "The CRM's API", guides: [API_1, API_2, MOVING_FROM_1_TO_2, WORKFLOWS, TRIGGER_LINKS, FORMS] },
	{ label: "Keys that others send you", guides: [VERIFYING_KEYS, UNKEY, WEBHOOKS, SIGNED_REQUESTS] },
	{ label: "Good to know", guides: [ERRORS_GUIDE, LIMITS, BEST_PRACTICES, TROUBLESHOOTING] },
];

/** Made from the routes themselves, each document on a page of its own. */
const REFERENCE = {
	label: "Reference",
	pages: [
		{ document: "v2", title: "API 2.0 reference", summary: "Every route for CRM records." },
		{ document: "v1", title: "API 1.0 reference", summary: "Every route of the first API." },
		{ document: "native", title: "Keys reference", summary: "Verifying and managing keys." },
		{ document: "unkey", title: "Unkey dialect reference", summary: "The same, for clients of Unkey's API." },
	].map(({ document, ...page }) => ({ href: `/developers/reference/${document}`, ...page })),
};

/** All guides, in the order in which they are read. */
export const GUIDES: readonly Guide[] = GROUPS.flatMap(({ guides }) => guides);

/** All pages, by group. */
export const NAV_GROUPS = [
	...GROUPS.map(({ label, guides }) => ({
		label,
		pages: guides.map(({ slug, title, summary }) => ({ href: `/developers/${slug}`, title, summary })),
	})),
	REFERENCE,
];

export function neighboursOf(slug: string) {
	const index = GUIDES.findIndex((guide) => guide.slug === slug);
	return { before: GUIDES[index - 1], after: GUIDES[index + 1] };
}
