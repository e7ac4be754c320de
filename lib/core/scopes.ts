import type { KeyLevel, KeyRole } from "./keys/key.ts";

/** Areas with a reading and a writing form. `area.write` includes `area.readonly`. */
const SCOPE_AREAS = [
	"contacts",
	"forms",
	"links",
	"workflows",
	"locations",
	"users",
	"keys",
	"oauth",
] as const;

type Area = (typeof SCOPE_AREAS)[number];

export type Scope =
	| `${Area}.readonly`
	| `${Area}.write`
	| "keys.verify"
	| "usage.readonly"
	| "audit.readonly";

/** The catalogue, in the order in which screens show it. */
export const SCOPES: readonly Scope[] = [
	...SCOPE_AREAS.flatMap((area): Scope[] => [`${area}.readonly`, `${area}.write`]),
	"keys.verify",
	"usage.readonly",
	"audit.readonly",
];

const LOCATION_SCOPES: readonly Scope[] = [
	"contacts.readonly",
	"contacts.write",
	"forms.readonly",
	"forms.write",
	"links.readonly",
	"links.write",
	"workflows.readonly",
	"workflows.write",
	"locations.readonly",
];

export const scopesForLevel = (level: KeyLevel): readonly Scope[] =>
	level === "AGENCY" ? SCOPES : LOCATION_SCOPES;

/** The form of a scope that a READONLY key holds. */
export const readonlyForm = (scope: Scope): Scope =>
	scope.endsWith(".write") ? (scope.replace(/\.write$/, ".readonly") as Scope) : scope;

/** What a key of this role holds when these scopes are ticked: in catalogue order, each once. */
export function capScopes(scopes: readonly Scope[], role: KeyRole): Scope[] {
	const held = new Set(role === "READONLY" ? scopes.map(readonlyForm) : scopes);
	return SCOPES.filter((scope) => held.has(scope));
}

/** Whether a key that holds `held` may do what `wanted` names. */
export const holdsScope = (held: readonly string[], wanted: string) =>
	held.includes(wanted) ||
	(wanted.endsWith(".readonly") && held.includes(wanted.replace(/\.readonly$/, ".write")));

export type ScopePreset = { id: "full" | "read" | "gateway"; scopes: readonly Scope[] };

/** Ready-made choices for a level; the full one ticks everything that the level allows. */
export function scopePresets(level: KeyLevel): ScopePreset[] {
	const allowed = scopesForLevel(level);
	return [
		{ id: "full", scopes: allowed },
		{ id: "read", scopes: allowed.filter((scope) => scope.endsWith(".readonly")) },
		...(level === "AGENCY" ? [{ id: "gateway" as const, scopes: ["keys.verify"] as const }] : []),
	];
}
