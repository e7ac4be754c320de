import type { KeyLevel } from "#lib/core/keys/key.ts";
import { type Scope, scopesForLevel } from "#lib/core/scopes.ts";

type Named<Name> = Name extends "keys.verify"
	? { area: "verifyKeys"; form: "verify" }
	: Name extends `${infer Area}.${infer Form}`
		? { area: Area; form: Form }
		: never;
type Area = Named<Scope>["area"];
type Form = Named<Scope>["form"];

export type ScopeGroup = { area: Area; scopes: { scope: Scope; form: Form }[] };

/** The scopes of a level by area. Verifying keys stands apart from managing them: a gateway needs only the first. */
export function scopeGroups(level: KeyLevel): ScopeGroup[] {
	const groups = new Map<Area, ScopeGroup>();
	for (const scope of scopesForLevel(level)) {
		const { area, form } = namesOf(scope);
		const group = groups.get(area) ?? { area, scopes: [] };
		group.scopes.push({ scope, form });
		groups.set(area, group);
	}
	return [...groups.values()];
}

function namesOf(scope: Scope): { area: Area; form: Form } {
	if (scope === "keys.verify") return { area: "verifyKeys", form: "verify" };
	// The compiler does not follow a split into the two halves of a name.
	const [area, form] = scope.split(".") as [Area, Form];
	return { area, form };
}
