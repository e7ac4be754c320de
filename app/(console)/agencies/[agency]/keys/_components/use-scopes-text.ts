import { useTranslations } from "use-intl/react";
import type { KeyLevel, KeyRole } from "#lib/core/keys/key.ts";
import { capScopes, scopePresets } from "#lib/core/scopes.ts";

const sameSet = (one: readonly string[], other: readonly string[]) =>
	one.length === other.length && one.every((scope) => other.includes(scope));

/** "Full access", "Read everything", "Verify keys only", or how many. */
export function useScopesText(level: KeyLevel, role: KeyRole, scopes: readonly string[]) {
	const t = useTranslations("scopes");
	const preset = scopePresets(level).find((one) => sameSet(capScopes(one.scopes, role), scopes));
	if (!preset) return t("count", { count: scopes.length });
	return t(`presets.${preset.id === "full" && role === "READONLY" ? "read" : preset.id}`);
}
