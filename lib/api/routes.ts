import { KEY_LIFE_ROUTES } from "./native/key-life-routes.ts";
import { KEY_ROUTES } from "./native/key-routes.ts";
import { RECORD_ROUTES } from "./native/record-routes.ts";
import type { Route } from "./route.ts";
import { UNKEY_KEY_CHANGE_ROUTES } from "./unkey/key-change-routes.ts";
import { UNKEY_KEY_ROUTES } from "./unkey/key-routes.ts";
import { CONTACT_ROUTES_V1 } from "./v1/contacts.ts";
import { FORM_ROUTES_V1 } from "./v1/forms.ts";
import { LINK_ROUTES_V1 } from "./v1/links.ts";
import { LOCATION_ROUTES_V1 } from "./v1/locations.ts";
import { USER_ROUTES_V1 } from "./v1/users.ts";
import { WORKFLOW_ROUTES_V1 } from "./v1/workflows.ts";
import { COMPANY_ROUTES_V2 } from "./v2/companies.ts";
import { CONTACT_PART_ROUTES_V2 } from "./v2/contact-parts.ts";
import { CONTACT_ROUTES_V2 } from "./v2/contacts.ts";
import { CUSTOM_FIELD_ROUTES_V2 } from "./v2/custom-fields.ts";
import { CUSTOM_VALUE_ROUTES_V2 } from "./v2/custom-values.ts";
import { FORM_ROUTES_V2 } from "./v2/forms.ts";
import { LINK_ROUTES_V2 } from "./v2/links.ts";
import { LOCATION_ROUTES_V2 } from "./v2/locations.ts";
import { OAUTH_ROUTES_V2 } from "./v2/oauth.ts";
import { TAG_ROUTES_V2 } from "./v2/tags.ts";
import { USER_ROUTES_V2 } from "./v2/users.ts";
import { WORKFLOW_ROUTES_V2 } from "./v2/workflows.ts";

/** Every route behind a key but those of verification, which have a lane of their own. */
export const ROUTES: readonly Route[] = [
	...CONTACT_ROUTES_V1,
	...WORKFLOW_ROUTES_V1,
	...LINK_ROUTES_V1,
	...FORM_ROUTES_V1,
	...LOCATION_ROUTES_V1,
	...USER_ROUTES_V1,
	...CONTACT_ROUTES_V2,
	...CONTACT_PART_ROUTES_V2,
	...WORKFLOW_ROUTES_V2,
	...LINK_ROUTES_V2,
	...FORM_ROUTES_V2,
	...LOCATION_ROUTES_V2,
	...CUSTOM_FIELD_ROUTES_V2,
	...CUSTOM_VALUE_ROUTES_V2,
	...TAG_ROUTES_V2,
	...USER_ROUTES_V2,
	...COMPANY_ROUTES_V2,
	...OAUTH_ROUTES_V2,
	...KEY_ROUTES,
	...KEY_LIFE_ROUTES,
	...RECORD_ROUTES,
	...UNKEY_KEY_ROUTES,
	...UNKEY_KEY_CHANGE_ROUTES,
];
