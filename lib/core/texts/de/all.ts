import type { Texts } from "../texts.ts";
import { account } from "./account.ts";
import { audit } from "./audit.ts";
import { auth } from "./auth.ts";
import { charts } from "./charts.ts";
import { contacts } from "./contacts.ts";
import { forms } from "./forms.ts";
import { health } from "./health.ts";
import { key } from "./key.ts";
import { keys } from "./keys.ts";
import { links } from "./links.ts";
import { locations } from "./locations.ts";
import { notifications } from "./notifications.ts";
import { overview } from "./overview.ts";
import { palette } from "./palette.ts";
import { people } from "./people.ts";
import { policies } from "./policies.ts";
import { settings } from "./settings.ts";
import { sharedSecret } from "./shared-secret.ts";
import { shell } from "./shell.ts";
import { table } from "./table.ts";
import { ui } from "./ui.ts";
import { webhooks } from "./webhooks.ts";
import { workflows } from "./workflows.ts";

export const de: Texts = {
	account,
	audit,
	auth,
	charts,
	contacts,
	forms,
	health,
	key,
	keys,
	links,
	locations,
	notifications,
	overview,
	palette,
	people,
	policies,
	settings,
	sharedSecret,
	shell,
	table,
	ui,
	webhooks,
	workflows,
};
