import type { PermissionQuery } from "#lib/core/permission-query.ts";
import { SCOPES } from "#lib/core/scopes.ts";
import type { Demand } from "./decide.ts";
import type { ScopeSet } from "./key-facts.ts";

/** Stands for uses that named no scope. */
export const UNNAMED = "";

/** Every scope has a bit, so that noting what a use asked for costs an "or". */
const NAMES: readonly string[] = [...SCOPES, UNNAMED];
const BITS: ReadonlyMap<string, number> = new Map(NAMES.map((name, place) => [name, 1 << place]));
const UNNAMED_BIT = 1 << SCOPES.length;

/** The scopes that a demand asks for and that are held, as bits. */
export function askedScopes(held: ScopeSet, { scopes, permissions }: Demand): number {
	let bits = permissions === undefined ? 0 : askedByQuery(held, permissions);
	for (const scope of scopes) bits |= BITS.get(scope) ?? 0;
	return bits === 0 ? UNNAMED_BIT : bits;
}

function askedByQuery(held: ScopeSet, query: PermissionQuery): number {
	if (query.kind === "name") return held.has(query.name) ? (BITS.get(query.name) ?? 0) : 0;
	let bits = 0;
	for (const part of query.parts) bits |= askedByQuery(held, part);
	return bits;
}

/** The names behind bits. */
export const scopesOf = (bits: number): string[] => NAMES.filter((_name, place) => bits & (1 << place));
