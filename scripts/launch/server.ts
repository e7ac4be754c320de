import { type ChildProcess, spawn } from "node:child_process";
import { on } from "node:events";
import { Report } from "#lib/serving/messages.ts";
import { exitOf, Refusal } from "../processes.ts";
import { holdChild, ROOT } from "./child.ts";
import type { Shutdown } from "./shutdown.ts";

const DRAIN_MS = 12_000;
const READY_TIMEOUT_MS = 120_000;

export type Server = {
	child: ChildProcess;
	/** Rejects when the server ends. */
	failed: Promise<never>;
	/** Gives up the charge of a server that has ended. */
	release: () => void;
};

/** Starts the product and waits until it serves. The IPC channel is how it notices that we are gone. */
export async function startServer(
	shutdown: Shutdown,
	env: NodeJS.ProcessEnv,
	output: "inherit" | number = "inherit",
): Promise<Server> {
	const child = spawn(process.execPath, ["server.ts"], {
		cwd: ROOT,
		env,
		detached: true,
		stdio: ["ignore", output, output, "ipc"],
	});
	const failed = exitOf(child).then(({ code, signal }) => {
		throw new Refusal(`The server has ended by itself (${signal ?? `exit code ${code}`}).`);
	});
	failed.catch(() => {});
	const release = await holdChild(shutdown, child, DRAIN_MS);
	await Promise.race([untilReady(child), failed]);
	return { child, failed, release };
}

async function untilReady(child: ChildProcess): Promise<void> {
	const signal = AbortSignal.timeout(READY_TIMEOUT_MS);
	try {
		for await (const [message] of on(child, "message", { signal })) {
			if (Report.safeParse(message).data?.latchkey === "ready") return;
		}
	} catch (error) {
		if (signal.aborted) throw new Refusal("The server did not become ready in two minutes.");
		throw error;
	}
}
