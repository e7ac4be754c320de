import type { KeyLevel } from "#lib/core/keys/key.ts";
import { type Scope, scopesForLevel } from "#lib/core/scopes.ts";

const FORMS: Record<string, string> = { readonly: "Read", write: "Write", verify: "Verify" };

const LABELS: Record<string, string> = {
	contacts: "Contacts",
	forms: "Forms",
	links: "Trigger links",
	workflows: "Workflows",
	locations: "Locations",
	users: "People",
	keys: "API keys",
	oauth: "Location tokens",
	"keys.verify": "Verify keys",
	usage: "Usage",
	audit: "Audit log",
};

export const SCOPE_TEXTS: Record<string, string> = {
	contacts: "People and their details",
	forms: "Forms and what was sent in",
	links: "Links that set off workflows",
	workflows: "Automations and their runs",
	locations: "Names and settings of locations",
	users: "Members and their roles",
	keys: "Create and change other keys",
	oauth: "Keys of one location, good for a day",
	"keys.verify": "Ask whether a key is good, as a gateway does",
	usage: "How often keys are used",
	audit: "Who changed what",
};

export type ScopeGroup = { area: string; label: string; scopes: { scope: Scope; label: string }[] };

/** The scopes of a level by area. Verifying keys stands apart from managing them: a gateway needs only the first. */
export function scopeGroups(level: KeyLevel): ScopeGroup[] {
	const groups = new Map<string, ScopeGroup>();
	for (const scope of scopesForLevel(level)) {
		const [word = "", form = ""] = scope.split(".");
		const area = scope === "keys.verify" ? scope : word;
		const group = groups.get(area) ?? { area, label: LABELS[area] ?? area, scopes: [] };
		group.scopes.push({ scope, label: FORMS[form] ?? form });
		groups.set(area, group);
	}
	return [...groups.values()];
}
