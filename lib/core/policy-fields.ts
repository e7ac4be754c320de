import { z } from "zod";
import { capScopes, readonlyForm, type Scope, scopesForLevel } from "./scopes.ts";

const KEY_DAYS_MAX = 3_650;
const KEYS_MAX = 1_000_000;

const wholeNumber = (name: string, [min, max]: readonly [number, number]) =>
	z
		.number({ error: `${name} must be a whole number.` })
		.int({ error: `${name} must be a whole number.` })
		.min(min, { error: `${name} must be at least ${min}.` })
		.max(max, { error: `${name} may be up to ${max}.` });

const LocationScopes = z
	.array(
		z.enum(scopesForLevel("LOCATION") as [Scope, ...Scope[]], { error: "Location keys have no such scope." }),
	)
	.min(1, { error: "Choose at least one scope, or allow all of them." })
	.max(scopesForLevel("LOCATION").length)
	// Writing includes reading, in a policy as in a key.
	.transform((scopes) => capScopes([...scopes, ...scopes.map(readonlyForm)], "ADMIN"));

/** A policy from outside. */
export const PolicyFields = z.strictObject({
	keyDaysMax: wholeNumber("The longest life", [1, KEY_DAYS_MAX]).nullable(),
	locationScopes: LocationScopes.nullable(),
	addressesRequired: z.boolean(),
	agencyKeysMax: wholeNumber("The number of agency keys", [0, KEYS_MAX]).nullable(),
	locationKeysMax: wholeNumber("The number of keys at a location", [0, KEYS_MAX]).nullable(),
	inactivityDays: wholeNumber("The days without use", [30, 730]).nullable(),
	leaverKeys: z.enum(["KEEP", "DISABLE"], { error: "Choose what happens to the keys." }),
});

/** `version` is the one that the editor saw: 0 before the first edit. */
export const PolicyEdit = PolicyFields.extend({ version: z.number().int().min(0) });
export type PolicyEdit = z.output<typeof PolicyEdit>;
