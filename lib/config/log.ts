import pino from "pino";
import { env } from "./env.ts";
import { processWide } from "./process-wide.ts";

/** Bounded, or begun at one place only: none of these may try every start of a long text against every end. */
const SECRETS: readonly [RegExp, string][] = [
	[/lk_(agy|loc)_[0-9A-Za-z]+/g, "lk_$1_[hidden]"],
	[/whsec_[0-9A-Za-z+/=]+/g, "whsec_[hidden]"],
	[/\/\/[^\s/:@]{0,256}(?::[^\s@]{1,1024})?@/g, "//[hidden]@"],
	[/(?<![\w-])eyJ[\w-]+(?:\.[\w-]*){2,4}/g, "[hidden]"],
];

/** Takes out of a text whatever looks like a key, a user or a password in a URL, or a session cookie. */
export const hideSecrets = (text: string) =>
	SECRETS.reduce((rest, [pattern, replacement]) => rest.replace(pattern, replacement), text);

function describeError(error: unknown): object {
	if (!(error instanceof Error)) return { message: hideSecrets(String(error)) };
	return {
		type: error.name,
		message: hideSecrets(error.message),
		stack: hideSecrets(error.stack ?? ""),
		...(error.cause !== undefined && { cause: describeError(error.cause) }),
	};
}

/** The process's log: one JSON object a line on standard output. */
export const log = () =>
	processWide("log", () =>
		pino({ level: env().LOG_LEVEL, base: { pid: process.pid }, serializers: { err: describeError } }),
	);
