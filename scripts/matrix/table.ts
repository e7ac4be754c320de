import type { ActionRow, EndpointRow, FormRow, PageRow } from "./rows.ts";
import { ACCOUNT_ACTIONS } from "./table/account.ts";
import { AGENCY_ACTIONS } from "./table/agencies.ts";
import { CONTACT_ACTIONS } from "./table/contacts.ts";
import { ENDPOINTS, FORM_ROUTES } from "./table/endpoints.ts";
import { FORM_ACTIONS } from "./table/forms.ts";
import { KEY_HEALTH_ACTIONS } from "./table/key-health.ts";
import { KEY_ACTIONS } from "./table/keys.ts";
import { LOCATION_ACTIONS } from "./table/locations.ts";
import { NOTIFICATION_ACTIONS } from "./table/notifications.ts";
import { PAGES } from "./table/pages.ts";
import { PEOPLE_ACTIONS } from "./table/people.ts";
import { SHARED_SECRET_ACTIONS } from "./table/shared-secret.ts";
import { WEBHOOK_ACTIONS } from "./table/webhooks.ts";
import { WORKFLOW_ACTIONS } from "./table/workflows.ts";

import type { Level } from "./targets.ts";

type Matrix = { pages: PageRow[]; forms: FormRow[]; endpoints: EndpointRow[]; actions: ActionRow[] };

/**
 * Every page, route and action, and which right each asks for. What the build holds and this does not, and what this
 * holds and the build does not, fails the test by its name.
 */
export const MATRIX: Matrix = {
	pages: PAGES,
	forms: FORM_ROUTES,
	endpoints: ENDPOINTS,
	actions: [
		...KEY_ACTIONS,
		...KEY_HEALTH_ACTIONS,
		...LOCATION_ACTIONS,
		...PEOPLE_ACTIONS,
		...AGENCY_ACTIONS,
		...SHARED_SECRET_ACTIONS,
		...WEBHOOK_ACTIONS,
		...CONTACT_ACTIONS,
		...FORM_ACTIONS,
		...WORKFLOW_ACTIONS,
		...ACCOUNT_ACTIONS,
		...NOTIFICATION_ACTIONS,
	],
};

/**
 * Whether an earlier row has the same action at the same level. Such a row differs in the roles that it deals in: it is
 * asked about what is there alone, and is no entrance of its own, so that the whole stays a matter of two minutes.
 */
export const isVariation = (row: ActionRow, level: Level | null) =>
	MATRIX.actions.find(
		(each) => each.name === row.name && (level === null || each.kind === "account" || level in each.at),
	) !== row;

/** Answered by the framework: the error pages, which the gate closes or which anybody may meet, and the picture. */
export const OF_THE_FRAMEWORK = ["/_global-error", "/_not-found", "/icon.svg"];
