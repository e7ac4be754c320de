import { auditSearch } from "../../../app/(console)/agencies/[agency]/audit/search-params.ts";
import { keysSearch } from "../../../app/(console)/agencies/[agency]/keys/search-params.ts";
import { locationsSearch } from "../../../app/(console)/agencies/[agency]/locations/search-params.ts";
import { peopleSearch } from "../../../app/(console)/agencies/[agency]/people/search-params.ts";
import type { PageRow } from "../rows.ts";

export const PAGES: PageRow[] = [
	{ pattern: "/", may: "signed in", isRedirect: true },
	{ pattern: "/sign-in", may: "signed out", search: ["error", "step", "callbackUrl"] },
	{ pattern: "/set-up", may: "nobody", search: ["token"] },
	{ pattern: "/invitation", may: "everybody", search: ["token", "error"] },
	{ pattern: "/reset-password", may: "everybody", search: ["token", "state"] },
	{ pattern: "/account", may: "signed in" },
	{ pattern: "/account/confirm-email", may: "signed in", search: ["token"] },
	{ pattern: "/developers/errors", may: "everybody" },
	{ pattern: "/agencies/[agency]", may: "agency.view", isRedirect: true },
	{
		pattern: "/agencies/[agency]/keys",
		may: "agency_key.read",
		search: ["tab", ...Object.keys(keysSearch)],
	},
	{ pattern: "/agencies/[agency]/keys/next-clean-up", may: "agency_key.read" },
	{
		pattern: "/agencies/[agency]/locations",
		may: "agency.view",
		search: Object.keys(locationsSearch),
	},
	{ pattern: "/agencies/[agency]/people", may: "agency_member.read", search: Object.keys(peopleSearch) },
	{ pattern: "/agencies/[agency]/shared-secret", may: "shared_secret.use" },
	{ pattern: "/agencies/[agency]/policies", may: "policy.read" },
	{ pattern: "/agencies/[agency]/settings", may: "agency.edit" },
	{ pattern: "/agencies/[agency]/audit", may: "agency_audit.read", search: Object.keys(auditSearch) },
	{
		pattern: "/agencies/[agency]/audit/export",
		may: "agency_audit.read",
		isDownload: true,
		search: Object.keys(auditSearch),
	},
	{ pattern: "/agencies/[agency]/locations/[location]", may: "location.view", isRedirect: true },
	{
		pattern: "/agencies/[agency]/locations/[location]/keys",
		may: "location_key.read",
		search: Object.keys(keysSearch),
	},
	{ pattern: "/agencies/[agency]/locations/[location]/keys/next-clean-up", may: "location_key.read" },
	{
		pattern: "/agencies/[agency]/locations/[location]/people",
		may: "location_member.read",
		search: Object.keys(peopleSearch),
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
