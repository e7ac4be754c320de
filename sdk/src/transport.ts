import { LatchkeyError, LatchkeyUnreachable, readProblem } from "./errors.ts";

export type ClientOptions = {
	/** Where Latchkey is: `https://keys.example.com`. */
	baseUrl: string;
	/** The key with which this program asks. Keep it in the environment, never in the code. */
	apiKey: string;
	/** How long one attempt may take; 10 seconds unless told. */
	timeoutMs?: number;
	/** How long a call may take with all its attempts and the waiting between them; 30 seconds unless told. */
	deadlineMs?: number;
	/** How often a call is tried again; twice unless told. */
	retries?: number;
	/** Takes the place of the platform's own `fetch`. */
	fetch?: typeof fetch;
};

/** What each call takes besides its own. */
export type CallOptions = { signal?: AbortSignal; timeoutMs?: number; deadlineMs?: number };

/**
 * When a call may be sent once more. `always`: it changes nothing, or Latchkey knows it again. `refused`: only after an
 * answer that says that nothing was done.
 */
export type Repeatable = "always" | "refused";

export type Call = {
	method: "GET" | "POST" | "PATCH" | "DELETE";
	path: string;
	query?: Record<string, string | number | boolean | undefined>;
	body?: object;
	headers?: Record<string, string>;
	repeatable: Repeatable;
	/** Statuses after which the call may be repeated although it is not repeatable `always`. */
	repeatAfter?: readonly number[];
};

export type Send = (call: Call, options?: CallOptions) => Promise<unknown>;

const TIMEOUT_MS = 10_000;
const DEADLINE_MS = 30_000;
const RETRIES = 2;
const FIRST_WAIT_MS = 200;
/** Whoever asks to wait for longer is told so by the error instead. */
const WAIT_MS_MAX = 20_000;
const MAY_PASS = [429, 502, 503, 504];

/** Makes the one function that all calls go through. */
export function makeSend(client: ClientOptions): Send {
	const origin = originOf(client.baseUrl);
	// What fetch says of a header that cannot be sent has the header in it.
	if (!SENDABLE.test(client.apiKey))
		throw new TypeError("apiKey is missing, or has characters that no key has.");
	const retries = client.retries ?? RETRIES;
	return async (call, options = {}) => {
		const endsAt = Date.now() + (options.deadlineMs ?? client.deadlineMs ?? DEADLINE_MS);
		for (let attempt = 0; ; attempt++) {
			const timeoutMs = Math.min(options.timeoutMs ?? client.timeoutMs ?? TIMEOUT_MS, endsAt - Date.now());
			const outcome = await attemptOnce(client, origin, call, { ...options, timeoutMs });
			if ("value" in outcome) return outcome.value;
			options.signal?.throwIfAborted();
			const wait = waitBefore(attempt, outcome.error);
			const isLate = wait > WAIT_MS_MAX || Date.now() + wait >= endsAt;
			if (attempt >= retries || isLate || !mayRepeat(call, outcome.error)) throw outcome.error;
			await pause(wait, options.signal);
		}
	};
}

const SENDABLE = /^[\x21-\x7e]+$/;

function originOf(baseUrl: string) {
	const url = URL.canParse(baseUrl) ? new URL(baseUrl) : null;
	if (!url || !/^https?:$/.test(url.protocol) || url.username !== "" || url.password !== "") {
		throw new TypeError("baseUrl is an address such as https://keys.example.com, without a user name.");
	}
	return `${url.origin}${url.pathname.replace(/\/+$/, "")}`;
}

type Failure = LatchkeyError | LatchkeyUnreachable;

async function attemptOnce(
	client: ClientOptions,
	origin: string,
	call: Call,
	{ signal, timeoutMs }: CallOptions & { timeoutMs: number },
): Promise<{ value: unknown } | { error: Failure }> {
	const deadline = AbortSignal.timeout(timeoutMs);
	try {
		const response = await (client.fetch ?? fetch)(`${origin}${call.path}${queryText(call.query)}`, {
			method: call.method,
			headers: {
				Authorization: `Bearer ${client.apiKey}`,
				Accept: "application/json",
				...(call.body && { "Content-Type": "application/json" }),
				...call.headers,
			},
			...(call.body && { body: JSON.stringify(call.body) }),
			signal: signal ? AbortSignal.any([signal, deadline]) : deadline,
			// The key goes to nobody else. Workers do not know "error".
			redirect: "manual",
		});
		return await readAnswer(response);
	} catch (cause) {
		if (signal?.aborted) throw cause;
		const message = deadline.aborted ? `No answer within ${timeoutMs} ms.` : "Latchkey cannot be reached.";
		return { error: new LatchkeyUnreachable(message, cause) };
	}
}

async function readAnswer(response: Response): Promise<{ value: unknown } | { error: Failure }> {
	const text = await response.text();
	const body = parse(text);
	if (!response.ok) {
		const problem = readProblem(response.status, body, response.headers.get("x-request-id"));
		return { error: new LatchkeyError(problem, readRetryAfter(response.headers.get("retry-after"))) };
	}
	if (body !== undefined || text === "") return { value: body };
	return { error: new LatchkeyUnreachable("What answered is not Latchkey: its answer is no JSON.") };
}

function parse(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

/** Seconds, or a moment. */
function readRetryAfter(value: string | null): number | null {
	if (value === null) return null;
	const seconds = /^\d+$/.test(value) ? Number(value) : (Date.parse(value) - Date.now()) / 1_000;
	return Number.isFinite(seconds) ? Math.max(0, seconds) : null;
}

function queryText(query: Call["query"]) {
	const given = Object.entries(query ?? {}).filter(([, value]) => value !== undefined);
	if (given.length === 0) return "";
	return `?${new URLSearchParams(given.map(([name, value]) => [name, String(value)]))}`;
}

function mayRepeat({ repeatable, repeatAfter = [429] }: Call, error: Failure) {
	if (!(error instanceof LatchkeyError)) return repeatable === "always";
	return (repeatable === "always" ? MAY_PASS : repeatAfter).includes(error.status);
}

/** At least what the answer asked for, and twice as much each time, at a random moment, so that not all come back at once. */
function waitBefore(attempt: number, error: Failure) {
	const asked = error instanceof LatchkeyError ? (error.retryAfterSeconds ?? 0) : 0;
	return asked * 1_000 + FIRST_WAIT_MS * 2 ** attempt * (0.5 + Math.random() / 2);
}

function pause(ms: number, signal: AbortSignal | undefined) {
	return new Promise<void>((resolve, reject) => {
		const stop = () => {
			clearTimeout(timer);
			reject(signal?.reason);
		};
		const timer = setTimeout(() => {
			signal?.removeEventListener("abort", stop);
			resolve();
		}, ms);
		signal?.addEventListener("abort", stop, { once: true });
	});
}
