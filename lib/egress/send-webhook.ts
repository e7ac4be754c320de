import { env } from "#lib/config/env.ts";
import { hideSecrets } from "#lib/config/log.ts";
import { AddressList } from "#lib/core/addresses.ts";
import { findDestination, SendingFailed } from "./destination.ts";
import { exchange, type Message } from "./exchange.ts";
import { type Resolve, resolveHost } from "./resolve-host.ts";

const WHOLE_MS_MAX = 10_000;
const ANSWER_CHARS_KEPT = 1_000;

/** What came of an attempt. `status` is null when no answer came, and `problem` says why in words for people. */
export type Outcome = { status: number | null; problem: string | null; answer: string | null; ms: number };

type Circumstances = {
	/** The operator's own networks, which may be sent to, also without TLS. */
	own?: readonly string[];
	resolve?: Resolve;
	timeoutMs?: number;
	/** A certificate authority to trust in place of the usual ones. */
	ca?: string;
};

/**
 * Posts a body to an address that somebody has entered, and never fails: what came of it is the answer. Names are looked up
 * once, every address is checked, and the connection goes to one that was. Redirects are answers like others.
 */
export async function sendWebhook(
	url: string,
	message: Message,
	{ own = env().EGRESS_ALLOW ?? [], resolve = resolveHost, timeoutMs = WHOLE_MS_MAX, ca }: Circumstances = {},
): Promise<Outcome> {
	const startedAt = performance.now();
	const signal = AbortSignal.timeout(timeoutMs);
	const ms = () => Math.round(performance.now() - startedAt);
	try {
		const destination = await orAbort(findDestination(url, new AddressList(own), resolve), signal);
		const { status, body } = await exchange(destination, message, signal, ca);
		const problem = status >= 300 && status < 400 ? "Redirects are not followed." : null;
		return { status, problem, answer: readable(body), ms: ms() };
	} catch (error) {
		const problem = signal.aborted
			? `There was no whole answer within ${timeoutMs / 1_000} seconds.`
			: sentenceOf(error);
		return { status: null, problem, answer: null, ms: ms() };
	}
}

function orAbort<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
	return new Promise((resolve, reject) => {
		signal.addEventListener("abort", () => reject(signal.reason), { once: true });
		work.then(resolve, reject);
	});
}

const CONNECTIONS: Readonly<Record<string, string>> = {
	ECONNREFUSED: "The connection was refused.",
	ECONNRESET: "The connection was closed without an answer.",
	EPIPE: "The connection was closed without an answer.",
	EHOSTUNREACH: "The host cannot be reached.",
	ENETUNREACH: "The host cannot be reached.",
	ETIMEDOUT: "The host did not take the connection in time.",
};

/** Node's own texts would name addresses. */
function sentenceOf(error: unknown): string {
	if (error instanceof SendingFailed) return error.message;
	const code = codeOf(error);
	if (code.startsWith("HPE_")) return "The answer was not HTTP.";
	if (/CERT|TLS|SSL|EPROTO|SIGNATURE/.test(code))
		return "TLS failed: the certificate is not valid for this host, or not trusted.";
	return CONNECTIONS[code] ?? "The request failed.";
}

/** The code of an error; of several addresses that were tried in vain, that of the first. */
function codeOf(error: unknown): string {
	if (error instanceof AggregateError && error.errors.length > 0) return codeOf(error.errors[0]);
	return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";
}

/** The beginning of an answer as a text that can be stored and shown. */
function readable(body: Buffer): string {
	const text = body.toString("utf8").replaceAll(/[^\P{Cc}\t\n]/gu, "");
	return hideSecrets(text.slice(0, ANSWER_CHARS_KEPT));
}
