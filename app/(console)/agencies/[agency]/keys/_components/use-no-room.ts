"use client";

import { useTranslations } from "use-intl/react";
import type { KeyLevel } from "#lib/core/keys/key.ts";
import { type BindingPolicy, fullPlace } from "#lib/core/policies.ts";

/** Why one more key cannot be made at a place; null when it can. */
export function useNoRoom(policy: BindingPolicy, level: KeyLevel, locationId: string | null) {
	const t = useTranslations("apiKey");
	const full = fullPlace(policy, locationId);
	return full && t("noRoom", { level, ...full });
}
