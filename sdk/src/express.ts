import type { Latchkey } from "./client.ts";
import { type Demand, type GuardOptions, judge } from "./guard.ts";

export type { Demand, Good, GuardOptions } from "./guard.ts";

/** What is used of a request, so that no server's types are needed. */
type IncomingLike = { headers: { authorization?: string | undefined }; ip?: string | undefined };
type OutgoingLike = {
	statusCode: number;
	setHeader: (name: string, value: string) => unknown;
	end: (body: string) => unknown;
	locals?: Record<string, unknown>;
};
type Next = (error?: unknown) => void;

export type ExpressGuardOptions = GuardOptions & {
	/** Where the sender's address is not `request.ip`. Behind a proxy, set Express's "trust proxy" rightly. */
	clientIp?: (request: IncomingLike) => string | undefined;
};

/** Hands requests with a good key on, with `response.locals.latchkey` saying whose it is, and answers all others. */
export const requireKey =
	(client: Pick<Latchkey, "verify">, demand: Demand = {}, options: ExpressGuardOptions = {}) =>
	async (request: IncomingLike, response: OutgoingLike, next: Next): Promise<void> => {
		const clientIp = options.clientIp ? options.clientIp(request) : request.ip;
		const judged = await judge(client, request.headers.authorization, { ...demand, clientIp }, options);
		if ("verdict" in judged) {
			if (response.locals) response.locals.latchkey = judged.verdict;
			return next();
		}
		const { status, headers, body } = judged.refusal;
		response.statusCode = status;
		for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
		response.end(JSON.stringify(body));
	};
