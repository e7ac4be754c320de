import {
	type Check,
	docLinks,
	format,
	journeys,
	postgres,
	processes,
	reliability,
	rules,
	schema,
	types,
	type Variables,
} from "./checks/checks.ts";
import { startProduct } from "./checks/product.ts";
import { failed, type Outcome, passed, sum } from "./checks/report.ts";
import { type Shutdown, Stopping } from "./launch/shutdown.ts";
import { startEphemeralPostgres } from "./postgres.ts";
import { messageOf } from "./processes.ts";
import { runUntilStopped } from "./program.ts";
import { build, isBuilt } from "./web-build.ts";

/** Everything, in the order in which failures are cheapest to learn of. Goes on after a failure. */
await runUntilStopped(async (shutdown) => {
	const since = performance.now();
	const outcome = sum(await runAll(shutdown));
	const minutes = ((performance.now() - since) / 60_000).toFixed(1);
	for (const name of outcome.skipped) console.log(`skipped: ${name}`);
	for (const name of outcome.unsteady) console.log(`passed at the second try: ${name}`);
	for (const name of outcome.failed) console.log(`failed: ${name}`);
	console.log(`\nTook ${minutes} minutes.`);
	console.log(`${outcome.passed} passed, ${outcome.failed.length} failed`);
	return outcome.failed.length === 0 ? 0 : 1;
});

async function runAll(shutdown: Shutdown): Promise<Outcome[]> {
	const outcomes: Outcome[] = [];
	const run = async (check: Check, env?: Variables) => {
		outcomes.push(await runOne(shutdown, check, env));
		return outcomes.at(-1)?.failed.length === 0;
	};
	for (const check of [format, docLinks, schema, types, rules]) await run(check);

	let adminUrl = "";
	const database = await run({
		name: "PostgreSQL",
		run: async () => {
			const own = await startEphemeralPostgres();
			await shutdown.hold(own.stop, own.kill);
			adminUrl = own.url;
			return passed();
		},
	});
	if (database) await run(postgres, { TEST_DATABASE_URL: adminUrl });

	const built = await run({ name: "build", run: (around) => buildPages(around.shutdown, around.onOutput) });
	if (!database || !built) {
		return [...outcomes, ...[processes, reliability, journeys].map(({ name }) => failed(`${name}: not run`))];
	}
	await run(processes, { TEST_DATABASE_URL: adminUrl });
	await run(reliability);
	let product: Variables = {};
	const serving = await run({
		name: "start of the built product",
		run: async () => {
			product = await startProduct(shutdown, adminUrl);
			return passed();
		},
	});
	if (!serving) return [...outcomes, failed(`${journeys.name}: not run`)];
	await run(journeys, product);
	return outcomes;
}

async function buildPages(shutdown: Shutdown, onOutput: (text: string) => void): Promise<Outcome> {
	if (isBuilt()) onOutput("The build is that of these sources.\n");
	else await build(shutdown, onOutput);
	return passed();
}

async function runOne(shutdown: Shutdown, check: Check, env: Variables = {}): Promise<Outcome> {
	console.log(`\n── ${check.name} ${"─".repeat(Math.max(0, 76 - check.name.length))}`);
	const since = performance.now();
	const onOutput = (text: string) => void process.stdout.write(text);
	const outcome = await check.run({ shutdown, onOutput, env }).catch((error: unknown) => {
		console.error(messageOf(error));
		return failed(check.name);
	});
	// What was interrupted has neither passed nor failed.
	if (shutdown.isOrdered) throw new Stopping();
	const seconds = ((performance.now() - since) / 1000).toFixed(1);
	console.log(`${outcome.failed.length === 0 ? "✓" : "✗"} ${check.name} (${seconds} s)`);
	return outcome;
}
