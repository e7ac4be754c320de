import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { anchorFileOf } from "#lib/serving/anchor-file.ts";
import { findDatabase, settingsOfInstallation } from "./launch/find-database.ts";
import { childEnv } from "./launch/settings.ts";
import { ensurePrismaClient } from "./prisma-client.ts";
import { messageOf, Refusal } from "./processes.ts";
import { runUntilStopped } from "./program.ts";

/**
 * Follows every agency's audit chain and names the first row that does not fit. Anchors are read from the data folder
 * and from the files that `--anchors` names: such files, or logs of the product.
 */
await runUntilStopped(async (shutdown, args) => {
	const named = readArguments(args);
	const settings = settingsOfInstallation();
	const own = anchorFileOf(settings.dataDir);
	const files = existsSync(own) ? [own, ...named] : named;
	await ensurePrismaClient();
	const appUrl = await findDatabase(shutdown, settings);
	Object.assign(process.env, childEnv(settings, appUrl));
	// What it imports needs the generated client.
	const { checkChains } = await import("./audit/check-chains.ts");
	const { passed, failed } = await checkChains(appUrl, files, console.log);
	console.log(`${passed} passed, ${failed} failed`);
	return failed === 0 ? 0 : 1;
});

function readArguments(args: string[]): string[] {
	try {
		const { values } = parseArgs({ args, options: { anchors: { type: "string", multiple: true } } });
		const files = values.anchors ?? [];
		const absent = files.find((file) => !existsSync(file));
		if (absent) throw new Refusal(`There is no file ${absent}.`);
		return files;
	} catch (error) {
		throw new Refusal(`${messageOf(error)}\nUsage: npm run audit:verify -- [--anchors file]…`);
	}
}
