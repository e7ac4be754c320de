import { randomBytes } from "node:crypto";
import { configDefaults, defineConfig } from "vitest/config";

export default defineConfig({
	test: {
		environment: "node",
		// Nothing that a test stores can be read with a secret that somebody uses.
		env: { LATCHKEY_SECRET: randomBytes(48).toString("base64") },
		// next-auth imports "next/server" in a way that Node alone cannot resolve.
		server: { deps: { inline: ["next-auth"] } },
		projects: [
			{
				extends: true,
				test: {
					name: "rules",
					include: ["**/*.test.ts"],
					exclude: [...configDefaults.exclude, "**/*.{db,process}.test.ts", "e2e/**", ".*/**"],
				},
			},
			{
				extends: true,
				test: {
					name: "database",
					include: ["**/*.db.test.ts"],
					exclude: [...configDefaults.exclude, "e2e/**", ".*/**"],
					globalSetup: ["./lib/testing/global-setup.ts"],
					pool: "forks",
					testTimeout: 20_000,
					hookTimeout: 30_000,
				},
			},
			{
				extends: true,
				test: {
					name: "processes",
					include: ["**/*.process.test.ts"],
					exclude: [...configDefaults.exclude, "e2e/**", ".*/**"],
					globalSetup: ["./lib/testing/global-setup.ts"],
					pool: "forks",
					// Each test has several busy processes of its own.
					fileParallelism: false,
					testTimeout: 120_000,
					hookTimeout: 30_000,
				},
			},
		],
	},
});
