import { findDatabase, settingsOfInstallation } from "./launch/find-database.ts";
import { childEnv } from "./launch/settings.ts";
import { ensurePrismaClient } from "./prisma-client.ts";
import { Refusal } from "./processes.ts";
import { runUntilStopped } from "./program.ts";

/** Prints a link with which a person sets a new password: for whoever runs an installation that nobody can enter. */
await runUntilStopped(async (shutdown, [email, ...rest]) => {
	if (!email || rest.length > 0) throw new Refusal("Usage: npm run reset-link -- name@example.com");
	const settings = settingsOfInstallation();
	await ensurePrismaClient();
	const appUrl = await findDatabase(shutdown, settings);
	Object.assign(process.env, childEnv(settings, appUrl));
	// What it imports needs the generated client.
	const { printResetLink } = await import("./accounts/print-reset-link.ts");
	if (!(await printResetLink(email, console.log))) {
		throw new Refusal(`Nobody signs in as ${email}, or five links were made for them within the last hour.`);
	}
	return 0;
});
