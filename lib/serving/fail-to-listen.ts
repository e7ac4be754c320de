import { log } from "#lib/config/log.ts";

/** Ends the process: without its address it is of no use, and whoever runs it has to choose another. */
export function failToListen(error: NodeJS.ErrnoException, port: number): never {
	const reason = error.code === "EADDRINUSE" ? `port ${port} is in use` : "the server cannot listen";
	log().fatal({ err: error }, reason);
	process.exit(1);
}
