import { keysSearch } from "../../../app/(console)/agencies/[agency]/keys/search-params.ts";
import type { PageRow } from "../rows.ts";

export const PAGES: PageRow[] = [
	{ pattern: "/", may: "signed in", isRedirect: true },
	{ pattern: "/sign-in", may: "signed out", search: ["error", "callbackUrl"] },
	{ pattern: "/developers/errors", may: "everybody" },
	{ pattern: "/agencies/[agency]", may: "agency.view", isRedirect: true },
	{
		pattern: "/agencies/[agency]/keys",
		may: "agency_key.read",
		search: ["tab", ...Object.keys(keysSearch)],
	},
	{ pattern: "/agencies/[agency]/locations/[location]", may: "location.view", isRedirect: true },
	{
		pattern: "/agencies/[agency]/locations/[location]/keys",
		may: "location_key.read",
		search: Object.keys(keysSearch),
	},
];
