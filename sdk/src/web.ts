import type { Latchkey } from "./client.ts";
import { type Demand, type Good, type GuardOptions, judge } from "./guard.ts";

export type { Demand, Good, GuardOptions } from "./guard.ts";

const verdicts = new WeakMap<Request, Good>();

/** What is known of the key behind a request that was let through. */
export const verdictOf = (request: Request): Good | undefined => verdicts.get(request);

export type WebGuardOptions = GuardOptions & {
	/** The sender's address, from wherever your platform tells it. Needed for keys with an address list. */
	clientIp?: (request: Request) => string | undefined;
};

/** Lets requests with a good key through (null), and answers all others. For anything that speaks web-standard `Request`. */
export const guardRequests =
	(client: Pick<Latchkey, "verify">, demand: Demand = {}, options: WebGuardOptions = {}) =>
	async (request: Request): Promise<Response | null> => {
		const asked = { ...demand, clientIp: options.clientIp?.(request) };
		const judged = await judge(client, request.headers.get("authorization"), asked, options);
		if ("refusal" in judged) {
			const { status, headers, body } = judged.refusal;
			return new Response(JSON.stringify(body), { status, headers });
		}
		verdicts.set(request, judged.verdict);
		return null;
	};
