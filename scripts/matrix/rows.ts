import type { ErrorCode } from "#lib/core/errors.ts";
import type { Permission } from "#lib/core/permissions.ts";
import type { Scope } from "#lib/core/scopes.ts";
import type { Reply, Sent } from "./client.ts";
import type { Rule } from "./expected.ts";
import type { Caller, Stage } from "./stage.ts";
import type { Level, Target } from "./targets.ts";

/** An action about an agency, a location, or something in one. */
export type TenantAction = {
	kind: "tenant";
	name: string;
	/** What sets the row apart from others of the same action. */
	variant?: string;
	at: Partial<Record<Level, Rule>>;
	/** False for actions that only look. */
	changes: boolean;
	/** Whether it changes what the audit log is not about: a location's CRM records, or a person's own views. */
	isOfCrm?: boolean;
	/** Whether it has words of its own for finding nothing, for whoever may look there. */
	tellsOfNothing?: boolean;
	/** Whether it asks for a proof that it is the person. */
	stepUp?: boolean;
	/** Makes what the call is about, in the target's state, and returns what a form would send. */
	input: (stage: Stage, target: Target) => Promise<Record<string, unknown>>;
	/** Makes the stage what it was, after a call that was done and ends what others need. */
	undo?: (stage: Stage, target: Target) => Promise<unknown>;
};

/** An action on the caller's own account: anybody with a living session may, nobody else. */
export type AccountAction = {
	kind: "account";
	name: string;
	variant?: string;
	changes: boolean;
	stepUp?: boolean;
	/** Undefined for an action that takes nothing. */
	input: (stage: Stage, caller: Caller) => Promise<Record<string, unknown> | undefined>;
	undo?: (stage: Stage) => Promise<unknown>;
	/** For calls about what is another person's. */
	refusedAs?: ErrorCode;
};

export type ActionRow = TenantAction | AccountAction;

export type PageRow = {
	pattern: string;
	/** Those with this right at the place that the address names, unless it is a page about no place. */
	may: "everybody" | "nobody" | "signed in" | "signed out" | Permission;
	/** For pages that only send people on. */
	isRedirect?: boolean;
	/** For a route that answers a link of a page with a file. Who sees the place, but lacks the right, is told so. */
	isDownload?: boolean;
	/** For a route that an open page asks by itself: whoever has no session is told so, and sent nowhere. */
	isPolled?: boolean;
	/** Names of search parameters that the page reads. */
	search?: readonly string[];
	/** Makes the thing that the address names beside its place, and returns its id: for `[key]` and its like. */
	thing?: (stage: Stage, target: Target) => Promise<string>;
};

/** A plain form of a browser: a POST to a route, for people who may not be signed in. */
export type FormRow = {
	route: string;
	/** The page that has the form, to which a refusal leads back; null when nothing can be refused. */
	page: string | null;
	/** What the page would send, and with which cookie. */
	post: (stage: Stage) => Promise<{ cookie: string | null; body: string }>;
};

/** An endpoint of the API for programs: keys are the credential, cookies mean nothing. */
export type EndpointRow = {
	route: string;
	/** What is asked about; null when it is nothing but the caller's own key, or nothing at all. */
	about: "key" | "location" | null;
	/** Null when everybody may ask. */
	credential: { scope: Scope | null } | null;
	/** The call about a key, by its plaintext, or about a location, by its id. */
	ask: (subject: string) => Sent;
	/** Whether the answer is a yes. What is neither yes nor no is a refusal, by its code. */
	isYes?: (reply: Reply) => boolean;
};
