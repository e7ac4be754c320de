import type { PolicyEffects } from "#lib/services/policies/read.ts";

const count = (value: number, one: string, many: string) =>
	`${value.toLocaleString("en")} ${value === 1 ? one : many}`;

/** What each setting finds among the keys of today, in words. */
export const effectTexts = {
	life: ({ longerLived }: PolicyEffects) =>
		longerLived === 0
			? "Every key ends within this time."
			: `${count(longerLived, "key lives", "keys live")} longer than this. Each keeps its end until somebody changes it.`,
	addresses: ({ withoutAddresses }: PolicyEffects) =>
		withoutAddresses === 0
			? "Every key names its addresses."
			: `${count(withoutAddresses, "key works", "keys work")} from any address, until somebody names some.`,
	scopes: ({ beyondScopes }: PolicyEffects) =>
		beyondScopes === 0
			? "No location key holds more than this."
			: `${count(beyondScopes, "location key holds", "location keys hold")} more than this and can gain no more of it. What a key holds stays until somebody takes it away.`,
	agencyKeys: ({ agencyKeys }: PolicyEffects, max: number | null) =>
		max === null || agencyKeys < max
			? `The agency has ${count(agencyKeys, "key", "keys")}.`
			: `The agency has ${count(agencyKeys, "key", "keys")}: all of them stay, and no other can be created.`,
	locationKeys: ({ fullestLocationKeys }: PolicyEffects, max: number | null) =>
		max === null || fullestLocationKeys < max
			? `The location with the most has ${count(fullestLocationKeys, "key", "keys")}.`
			: `The location with the most has ${count(fullestLocationKeys, "key", "keys")}: all of them stay, and no other can be created there.`,
	inactivity: ({ unused }: PolicyEffects) =>
		unused === 0
			? "Every key was used, or made, within this time."
			: `${count(unused, "key was", "keys were")} neither used nor made within this time.`,
};
