import type { Texts } from "#lib/core/texts/texts.ts";
import type { PolicyEffects } from "#lib/services/policies/read.ts";

type Effects = Texts["policies"]["effects"];
type Say = (name: keyof Effects, values: { count: number }) => string;

/** What each setting finds among the keys of today, in words. */
export const effectTexts = (t: Say) => ({
	life: ({ longerLived }: PolicyEffects) => t("life", { count: longerLived }),
	addresses: ({ withoutAddresses }: PolicyEffects) => t("addresses", { count: withoutAddresses }),
	scopes: ({ beyondScopes }: PolicyEffects) => t("scopes", { count: beyondScopes }),
	agencyKeys: ({ agencyKeys }: PolicyEffects, max: number | null) =>
		t(isFull(agencyKeys, max) ? "agencyKeysFull" : "agencyKeys", { count: agencyKeys }),
	locationKeys: ({ fullestLocationKeys }: PolicyEffects, max: number | null) =>
		t(isFull(fullestLocationKeys, max) ? "locationKeysFull" : "locationKeys", { count: fullestLocationKeys }),
	inactivity: ({ unused }: PolicyEffects) => t("inactivity", { count: unused }),
});

const isFull = (count: number, max: number | null) => max !== null && count >= max;
