import { mayHoldScope, type Policy } from "../policies.ts";
import { holdsScope, type Scope, scopesForLevel } from "../scopes.ts";
import { TITLE_MAX } from "./fields.ts";

const DAY_MS = 86_400_000;

/** How many tokens a key may have at a location. The oldest makes room for one more. */
export const TOKENS_MAX = 10;

/** Tokens that ended before this moment are removed for good. */
export const tokensKeptSince = (now: Date) => new Date(now.getTime() - DAY_MS);

/** A day ahead, or as long as what asks for the token goes on. */
export const tokenEnd = (now: Date, ends: readonly (Date | null)[]) =>
	new Date(
		Math.min(now.getTime() + DAY_MS, ...ends.map((end) => end?.getTime() ?? Number.POSITIVE_INFINITY)),
	);

/** What a location's key may hold of what an agency key holds. */
export const tokenScopes = (policy: Pick<Policy, "locationScopes">, held: readonly string[]): Scope[] =>
	scopesForLevel("LOCATION").filter(
		(scope) => holdsScope(held, scope) && mayHoldScope(policy, "LOCATION", scope, []),
	);

export const tokenTitle = (title: string) => [...`Token of ${title}`].slice(0, TITLE_MAX).join("").trimEnd();

export const TOKEN_DESCRIPTION = "Made by POST /oauth/locationToken. It ends with the key that asked for it.";

type Token = { expiresAt: Date | null };

/** Those, of a key's tokens at a location from the newest on, that go when one more is made. */
export const surplusTokens = <T extends Token>(tokens: readonly T[], now: Date): T[] =>
	tokens.filter(
		({ expiresAt }, place) => (expiresAt !== null && expiresAt <= now) || place >= TOKENS_MAX - 1,
	);
