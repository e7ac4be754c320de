import { type Keys, keysOf } from "./keys.ts";
import { type CallOptions, type ClientOptions, makeSend } from "./transport.ts";
import type { KeyFacts, Verdict } from "./verdict.ts";

export { type FieldProblem, LatchkeyError, LatchkeyUnreachable, type ProblemDetails } from "./errors.ts";
export type {
	ApiKey,
	Changed,
	CreatedKey,
	Keys,
	KeyUsage,
	ListKeys,
	NewKey,
	Page,
	UsageBucket,
} from "./keys.ts";
export type { CallOptions, ClientOptions } from "./transport.ts";
export type { KeyFacts, Level, Role, Verdict, VerdictCode } from "./verdict.ts";

export type VerifyInput = {
	/** What was presented to you. */
	key: string;
	/** All of these must be held. */
	scopes?: readonly string[];
	/** The key must act on this location. */
	locationId?: string;
	/** The sender's address, for keys with an address list. Without it, yours is judged. */
	clientIp?: string;
	/** Credits that this use takes; 1 unless told. */
	cost?: number;
};

export type Latchkey = {
	/** Is this key good for what is asked? Every verdict comes as a value; only "nobody knows" is thrown. */
	verify: (input: VerifyInput, options?: CallOptions) => Promise<Verdict>;
	/** The facts of this program's own key. */
	me: (options?: CallOptions) => Promise<KeyFacts & { valid: true; code: "VALID" }>;
	keys: Keys;
};

/** Opens nothing and holds nothing: make one for the life of the program. */
export function latchkey(client: ClientOptions): Latchkey {
	const send = makeSend(client);
	return {
		verify: (input, options) =>
			send(
				{
					method: "POST",
					path: "/api/v2/keys/verify",
					body: input,
					// Credits that an answer was lost about may have been taken.
					repeatable: input.cost === 0 ? "always" : "refused",
					repeatAfter: [429, 503],
				},
				options,
			) as Promise<Verdict>,
		me: (options) =>
			send({ method: "GET", path: "/api/v2/keys/me", repeatable: "always" }, options) as Promise<
				KeyFacts & { valid: true; code: "VALID" }
			>,
		keys: keysOf(send),
	};
}
