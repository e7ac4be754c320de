import { Shutdown } from "./launch/shutdown.ts";
import { Refusal } from "./processes.ts";

/** Runs a command's body: its number is the exit code, a refusal is printed as a sentence, anything else whole. */
export async function runAsProgram(body: (args: string[]) => Promise<number>): Promise<void> {
	try {
		process.exitCode = await body(process.argv.slice(2));
	} catch (error) {
		report(error);
		process.exitCode = 1;
	}
}

/** {@link runAsProgram} for a body that starts processes: whatever ends it, they are stopped before it returns. */
export async function runUntilStopped(
	body: (shutdown: Shutdown, args: string[]) => Promise<number>,
	whenOrdered = 130,
): Promise<void> {
	const shutdown = new Shutdown();
	try {
		const code = await shutdown.around(() => body(shutdown, process.argv.slice(2)));
		process.exit(code ?? whenOrdered);
	} catch (error) {
		report(error);
		process.exit(1);
	}
}

function report(error: unknown): void {
	console.error(error instanceof Refusal ? `\n${error.message}` : error);
}
