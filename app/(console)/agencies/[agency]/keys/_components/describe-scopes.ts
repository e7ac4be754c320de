import type { KeyLevel, KeyRole } from "#lib/core/keys/key.ts";
import { capScopes, scopePresets } from "#lib/core/scopes.ts";

const sameSet = (one: readonly string[], other: readonly string[]) =>
	one.length === other.length && one.every((scope) => other.includes(scope));

/** "Full access", "Read everything", "Verify keys only", or how many. */
export function describeScopes(level: KeyLevel, role: KeyRole, scopes: readonly string[]) {
	const preset = scopePresets(level).find((one) => sameSet(capScopes(one.scopes, role), scopes));
	if (preset && !(preset.id === "full" && role === "READONLY")) return preset.label;
	if (preset) return "Read everything";
	return scopes.length === 1 ? "1 scope" : `${scopes.length} scopes`;
}
