import { ensurePrismaClient } from "./prisma-client.ts";
import { runUntilStopped } from "./program.ts";
import { build } from "./web-build.ts";

await runUntilStopped(async (shutdown) => {
	await ensurePrismaClient();
	await build(shutdown, (text) => process.stdout.write(text));
	return 0;
});
