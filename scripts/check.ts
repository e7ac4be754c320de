import { type Check, docLinks, format, rules, schema, types } from "./checks/checks.ts";
import { failed, type Outcome, sum } from "./checks/report.ts";
import type { Shutdown } from "./launch/shutdown.ts";
import { ensurePrismaClient } from "./prisma-client.ts";
import { messageOf } from "./processes.ts";
import { runUntilStopped } from "./program.ts";

/** The fast gate: everything that needs neither Postgres nor a browser, at the same time. */
await runUntilStopped(async (shutdown) => {
	await ensurePrismaClient();
	const outcome = sum(
		await Promise.all([format, docLinks, schema, types, rules].map((check) => runQuietly(shutdown, check))),
	);
	console.log(`${outcome.passed} passed, ${outcome.failed.length} failed`);
	return outcome.failed.length === 0 ? 0 : 1;
});

/** Only the output of a check that fails is worth reading. */
async function runQuietly(shutdown: Shutdown, check: Check): Promise<Outcome> {
	const since = performance.now();
	let output = "";
	const onOutput = (text: string) => {
		output += text;
	};
	const outcome = await check.run({ shutdown, onOutput }).catch((error: unknown) => {
		output += messageOf(error);
		return failed(check.name);
	});
	const seconds = ((performance.now() - since) / 1000).toFixed(1);
	if (outcome.failed.length === 0) console.log(`✓ ${check.name} (${seconds} s)`);
	else console.log(`✗ ${check.name} (${seconds} s)\n${output.trim()}\n`);
	return outcome;
}
