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
export function requireKey(
	client: Pick<Latchkey, "verify">,
	demand: Demand = {},
	options: ExpressGuardOptions = {},
) {
	const judgeRequest = async (request: IncomingLike) => {
		const clientIp = options.clientIp ? options.clientIp(request) : request.ip;
		return judge(client, request.headers.authorization, { ...demand, clientIp }, options);
	};
	return async (request: IncomingLike, response: OutgoingLike, next: Next): Promise<void> => {
		const judged = await judgeRequest(request).catch((error: unknown) => ({ error }));
		// Express 4 does not hear of a promise that fails.
		if ("error" in judged) return next(judged.error);
		if ("verdict" in judged) {
			if (response.locals) response.locals.latchkey = judged.verdict;
			return next();
		}
		const { status, headers, body } = judged.refusal;
		response.statusCode = status;
		for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
		response.end(JSON.stringify(body));
	};
}
