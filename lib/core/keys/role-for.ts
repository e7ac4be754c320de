import type { KeyRole } from "./key.ts";

/** The role of a key whose maker names scopes alone: what writes makes it ADMIN, and nothing makes it less than it was. */
export const roleFor = (scopes: readonly string[], before: KeyRole | null): KeyRole =>
	scopes.some((scope) => scope.endsWith(".write")) ? "ADMIN" : (before ?? "READONLY");
