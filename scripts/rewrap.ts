import { runChild } from "./launch/child.ts";
import { findDatabase, settingsOfInstallation } from "./launch/find-database.ts";
import { childEnv, loadEnvFile, parse } from "./launch/settings.ts";
import { ensurePrismaClient } from "./prisma-client.ts";
import { Refusal } from "./processes.ts";
import { runUntilStopped } from "./program.ts";

/**
 * Wraps what is encrypted under an older part of LATCHKEY_SECRET anew under the newest. The product may run or not. It can
 * be interrupted and begun again.
 */
await runUntilStopped(async (shutdown) => {
	loadEnvFile();
	if ((parse(process.env).LATCHKEY_SECRET?.length ?? 0) < 2) {
		throw new Refusal(
			"npm run secrets:rewrap needs both secrets, the new one first: LATCHKEY_SECRET=new,old. " +
				"Restart Latchkey with them before you run it; docs/operate.md says how.",
		);
	}
	const settings = settingsOfInstallation();
	await ensurePrismaClient();
	const appUrl = await findDatabase(shutdown, settings);
	const { code } = await runChild(shutdown, {
		name: "Wrapping the secrets anew",
		args: ["scripts/rewrap-rows.ts"],
		env: childEnv(settings, appUrl),
		onOutput: (text) => process.stdout.write(text),
	});
	return code;
});
