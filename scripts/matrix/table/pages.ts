import { auditSearch } from "../../../app/(console)/agencies/[agency]/audit/search-params.ts";
import { keySearch } from "../../../app/(console)/agencies/[agency]/keys/[key]/search-params.ts";
import { keysSearch } from "../../../app/(console)/agencies/[agency]/keys/search-params.ts";
import { trashSearch } from "../../../app/(console)/agencies/[agency]/keys/trash/search-params.ts";
import { contactsSearch } from "../../../app/(console)/agencies/[agency]/locations/[location]/contacts/search-params.ts";
import { formsSearch } from "../../../app/(console)/agencies/[agency]/locations/[location]/forms/search-params.ts";
import { clicksSearch } from "../../../app/(console)/agencies/[agency]/locations/[location]/links/[link]/search-params.ts";
import { linksSearch } from "../../../app/(console)/agencies/[agency]/locations/[location]/links/search-params.ts";
import {
	runsSearch,
	workflowsSearch,
} from "../../../app/(console)/agencies/[agency]/locations/[location]/workflows/search-params.ts";
import { locationsSearch } from "../../../app/(console)/agencies/[agency]/locations/search-params.ts";
import { peopleSearch } from "../../../app/(console)/agencies/[agency]/people/search-params.ts";
import { overviewSearch } from "../../../app/(console)/agencies/[agency]/search-params.ts";
import { logSearch } from "../../../app/(console)/agencies/[agency]/webhooks/[endpoint]/search-params.ts";
import { notificationsSearch } from "../../../app/(console)/notifications/search-params.ts";
import type { PageRow } from "../rows.ts";
import { contactOf } from "./contacts.ts";
import { formOf, linkOf, openForm } from "./forms.ts";
import { healthPages } from "./key-health.ts";
import { keyOf } from "./keys.ts";
import { webhookOf } from "./webhooks.ts";
import { runOf, workflowOf } from "./workflows.ts";

export const PAGES: PageRow[] = [
	{ pattern: "/", may: "signed in", isRedirect: true },
	{ pattern: "/sign-in", may: "signed out", search: ["error", "step", "callbackUrl"] },
	{ pattern: "/set-up", may: "nobody", search: ["token"] },
	{ pattern: "/invitation", may: "everybody", search: ["token", "error"] },
	{ pattern: "/reset-password", may: "everybody", search: ["token", "state"] },
	{ pattern: "/account", may: "signed in" },
	{ pattern: "/account/confirm-email", may: "signed in", search: ["token"] },
	{ pattern: "/design", may: "nobody" },
	{ pattern: "/report-leak", may: "everybody", search: ["state"] },
	{ pattern: "/report-leak/thanks", may: "everybody" },
	{ pattern: "/f/[form]", may: "everybody", thing: openForm },
	{ pattern: "/f/[form]/thanks", may: "everybody", thing: openForm },
	{ pattern: "/notifications", may: "signed in", search: Object.keys(notificationsSearch) },
	{ pattern: "/api/notifications/unread", may: "signed in", isPolled: true },
	...[
		"",
		"/getting-started",
		"/authentication",
		"/api-1",
		"/api-2",
		"/moving-from-1-to-2",
		"/workflows",
		"/trigger-links",
		"/forms",
		"/verifying-keys",
		"/unkey",
		"/webhooks",
		"/signed-requests",
		"/errors",
		"/limits",
		"/best-practices",
		"/troubleshooting",
	].map((page): PageRow => ({ pattern: `/developers${page}`, may: "everybody" })),
	{ pattern: "/developers/search", may: "everybody", search: ["q"] },
	{ pattern: "/developers/search-index.json", may: "everybody", isDownload: true },
	{ pattern: "/developers/reference/[document]", may: "everybody", thing: async () => "native" },
	{
		pattern: "/developers/openapi/[document]",
		may: "everybody",
		isDownload: true,
		thing: async () => "native.json",
	},
	{ pattern: "/developers/scanner-rule.toml", may: "everybody", isDownload: true },
	{ pattern: "/agencies/[agency]", may: "agency.view", search: Object.keys(overviewSearch) },
	{
		pattern: "/agencies/[agency]/keys",
		may: "agency_key.read",
		search: ["tab", ...Object.keys(keysSearch)],
	},
	{
		pattern: "/agencies/[agency]/keys/export",
		may: "agency_key.read",
		isDownload: true,
		search: ["tab", ...Object.keys(keysSearch)],
	},
	{
		pattern: "/agencies/[agency]/keys/[key]",
		may: "agency_key.read",
		thing: keyOf,
		search: Object.keys(keySearch),
	},
	{
		pattern: "/agencies/[agency]/keys/trash",
		may: "agency_key.write",
		search: ["tab", ...Object.keys(trashSearch)],
	},
	{ pattern: "/agencies/[agency]/keys/next-clean-up", may: "agency_key.read" },
	...healthPages("/agencies/[agency]/keys/health", "agency_key.read", "agency_audit.read"),
	{
		pattern: "/agencies/[agency]/locations",
		may: "agency.view",
		search: Object.keys(locationsSearch),
	},
	{ pattern: "/agencies/[agency]/people", may: "agency_member.read", search: Object.keys(peopleSearch) },
	{ pattern: "/agencies/[agency]/shared-secret", may: "shared_secret.use" },
	{ pattern: "/agencies/[agency]/webhooks", may: "webhook.read" },
	{
		pattern: "/agencies/[agency]/webhooks/[endpoint]",
		may: "webhook.read",
		search: Object.keys(logSearch),
		thing: webhookOf,
	},
	{ pattern: "/agencies/[agency]/policies", may: "policy.read" },
	{ pattern: "/agencies/[agency]/settings", may: "agency.edit" },
	{ pattern: "/agencies/[agency]/audit", may: "agency_audit.read", search: Object.keys(auditSearch) },
	{
		pattern: "/agencies/[agency]/audit/export",
		may: "agency_audit.read",
		isDownload: true,
		search: Object.keys(auditSearch),
	},
	{ pattern: "/agencies/[agency]/find", may: "agency.view", isDownload: true, search: ["text"] },
	{
		pattern: "/agencies/[agency]/locations/[location]",
		may: "location.view",
		search: Object.keys(overviewSearch),
	},
	{
		pattern: "/agencies/[agency]/locations/[location]/find",
		may: "location.view",
		isDownload: true,
		search: ["text"],
	},
	{
		pattern: "/agencies/[agency]/locations/[location]/keys",
		may: "location_key.read",
		search: Object.keys(keysSearch),
	},
	{
		pattern: "/agencies/[agency]/locations/[location]/keys/export",
		may: "location_key.read",
		isDownload: true,
		search: Object.keys(keysSearch),
	},
	{ pattern: "/agencies/[agency]/locations/[location]/keys/next-clean-up", may: "location_key.read" },
	...healthPages(
		"/agencies/[agency]/locations/[location]/keys/health",
		"location_key.read",
		"location_audit.read",
	),
	{
		pattern: "/agencies/[agency]/locations/[location]/keys/trash",
		may: "location_key.write",
		search: Object.keys(trashSearch),
	},
	{
		pattern: "/agencies/[agency]/locations/[location]/keys/[key]",
		may: "location_key.read",
		thing: keyOf,
		search: Object.keys(keySearch),
	},
	{
		pattern: "/agencies/[agency]/locations/[location]/workflows",
		may: "crm.read",
		search: Object.keys(workflowsSearch),
	},
	{ pattern: "/agencies/[agency]/locations/[location]/workflows/new", may: "crm.write" },
	{
		pattern: "/agencies/[agency]/locations/[location]/workflows/[workflow]",
		may: "crm.read",
		thing: workflowOf,
	},
	{
		pattern: "/agencies/[agency]/locations/[location]/workflows/[workflow]/runs",
		may: "crm.read",
		search: Object.keys(runsSearch),
		thing: workflowOf,
	},
	{
		pattern: "/agencies/[agency]/locations/[location]/workflows/runs/[run]",
		may: "crm.read",
		thing: runOf,
	},
	{
		pattern: "/agencies/[agency]/locations/[location]/people",
		may: "location_member.read",
		search: Object.keys(peopleSearch),
	},
	{
		pattern: "/agencies/[agency]/locations/[location]/contacts",
		may: "crm.read",
		search: Object.keys(contactsSearch),
	},
	{
		pattern: "/agencies/[agency]/locations/[location]/contacts/[contact]",
		may: "crm.read",
		thing: contactOf,
	},
	{ pattern: "/agencies/[agency]/locations/[location]/contacts/custom-fields", may: "crm.read" },
	{
		pattern: "/agencies/[agency]/locations/[location]/forms",
		may: "crm.read",
		search: Object.keys(formsSearch),
	},
	{ pattern: "/agencies/[agency]/locations/[location]/forms/new", may: "crm.write" },
	{
		pattern: "/agencies/[agency]/locations/[location]/forms/[form]",
		may: "crm.read",
		search: Object.keys(formsSearch),
		thing: formOf,
	},
	{ pattern: "/agencies/[agency]/locations/[location]/forms/[form]/edit", may: "crm.write", thing: formOf },
	{
		pattern: "/agencies/[agency]/locations/[location]/forms/[form]/export",
		may: "crm.read",
		isDownload: true,
		thing: formOf,
	},
	{
		pattern: "/agencies/[agency]/locations/[location]/links",
		may: "crm.read",
		search: Object.keys(linksSearch),
	},
	{
		pattern: "/agencies/[agency]/locations/[location]/links/[link]",
		may: "crm.read",
		search: Object.keys(clicksSearch),
		thing: linkOf,
	},
	{
		pattern: "/agencies/[agency]/locations/[location]/audit",
		may: "location_audit.read",
		search: Object.keys(auditSearch),
	},
	{
		pattern: "/agencies/[agency]/locations/[location]/audit/export",
		may: "location_audit.read",
		isDownload: true,
		search: Object.keys(auditSearch),
	},
];
