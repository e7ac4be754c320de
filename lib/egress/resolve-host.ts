import { Resolver } from "node:dns/promises";

const QUERY_MS_MAX = 3_000;
const TRIES = 2;

/** Every address of a host name, IPv4 first. Empty when it has none. */
export type Resolve = (host: string) => Promise<readonly string[]>;

/**
 * Asks the name servers of this machine themselves. The operating system's own look-up would hold one of the few threads
 * of the process for as long as somebody's name server pleases, and would try search domains and its file of hosts.
 */
export const resolveHost: Resolve = async (host) => {
	const resolver = new Resolver({ timeout: QUERY_MS_MAX, tries: TRIES });
	const answers = await Promise.allSettled([resolver.resolve4(host), resolver.resolve6(host)]);
	return answers.flatMap((answer) => (answer.status === "fulfilled" ? answer.value : []));
};
