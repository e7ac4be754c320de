import type { ChildProcess } from "node:child_process";

/** A server under measurement. */
export type ServerProcess = {
	/** Under which its figures stand. */
	title: string;
	pid: number;
	/** Such as `http://127.0.0.1:40123`. */
	origin: string;
	child: ChildProcess;
	/** Ends it, and its release from the run's charge. */
	stop: () => Promise<void>;
};
