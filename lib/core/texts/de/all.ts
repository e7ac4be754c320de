import type { Texts } from "../texts.ts";
import { account } from "./account.ts";
import { apiKey } from "./api-key.ts";
import { audit } from "./audit.ts";
import { auth } from "./auth.ts";
import { calls } from "./calls.ts";
import { charts } from "./charts.ts";
import { contactFields } from "./contact-fields.ts";
import { contacts } from "./contacts.ts";
import { forms } from "./forms.ts";
import { health } from "./health.ts";
import { key } from "./key.ts";
import { keyPages } from "./key-pages.ts";
import { keyParts } from "./key-parts.ts";
import { keys } from "./keys.ts";
import { leakReport } from "./leak-report.ts";
import { links } from "./links.ts";
import { locations } from "./locations.ts";
import { mails } from "./mails.ts";
import { notifications } from "./notifications.ts";
import { overview } from "./overview.ts";
import { palette } from "./palette.ts";
import { people } from "./people.ts";
import { policies } from "./policies.ts";
import { scopes } from "./scopes.ts";
import { settings } from "./settings.ts";
import { sharedSecret } from "./shared-secret.ts";
import { shell } from "./shell.ts";
import { table } from "./table.ts";
import { trash } from "./trash.ts";
import { ui } from "./ui.ts";
import { visitorForm } from "./visitor-form.ts";
import { webhooks } from "./webhooks.ts";
import { words } from "./words.ts";
import { workflows } from "./workflows.ts";

export const de: Texts = {
	account,
	apiKey,
	audit,
	auth,
	calls,
	charts,
	contactFields,
	contacts,
	forms,
	health,
	key,
	keyPages,
	keyParts,
	keys,
	leakReport,
	links,
	locations,
	mails,
	notifications,
	overview,
	palette,
	people,
	policies,
	scopes,
	settings,
	sharedSecret,
	shell,
	table,
	trash,
	ui,
	visitorForm,
	webhooks,
	words,
	workflows,
};
