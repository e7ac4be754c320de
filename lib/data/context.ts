import type { KeyPower } from "#lib/core/keys/ceiling.ts";
import type { Grants } from "#lib/core/permissions.ts";
import type { Language } from "#lib/core/texts/languages.ts";
import type { Database } from "./client.ts";

/** Who makes a change, or tries to: a person, a key by the API, or a stranger, who has not shown who they are. */
export type Actor =
	| { kind: "person"; id: string; name: string }
	| { kind: "key"; id: string; name: string; holds: KeyPower; sentOlderSecret: boolean }
	| { kind: "system" | "stranger"; id: null; name: string };

/** Whoever acts when nobody is there: jobs. */
export const LATCHKEY: Actor = { kind: "system", id: null, name: "Latchkey" };

/** The runs of workflows that led to this, each started by a step of the one before. */
export type RunChain = { firstRunId: string; depth: number };

/** What every service is told: who asks, for which agency, with which rights, when, from where. */
export type Context = {
	database: Database;
	agencyId: string;
	actor: Actor;
	grants: Grants;
	now: Date;
	/** The client's network address, for the audit log. */
	address: string;
	/** True when the person has just proved their password again. */
	steppedUp: boolean;
	/** Set while a step of a workflow's run does this. */
	chain?: RunChain;
};

/** What services about a person's own account are told. */
export type AccountContext = {
	database: Database;
	person: { id: string; name: string; email: string; language: Language | null };
	/** The session in which they ask. */
	sessionId: string;
	now: Date;
	address: string;
	steppedUp: boolean;
};
