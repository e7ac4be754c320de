import { defineConfig } from "@playwright/test";
import { findChromium } from "./scripts/chromium.ts";

const { executablePath, env } = await findChromium();

export default defineConfig({
	testDir: "e2e",
	// A journey is long, and the accessibility scans on its way are slow on a small machine.
	timeout: 120_000,
	expect: { timeout: 10_000 },
	outputDir: ".cache/journeys",
	// One installation serves all journeys; each makes what it needs under names of its own.
	fullyParallel: true,
	workers: 2,
	// A browser on a busy machine misses a moment now and then; `npm test` names whatever needed its second try.
	retries: 1,
	forbidOnly: process.env.CI !== undefined,
	reporter: [["list"], ["json", { outputFile: ".cache/journeys.json" }]],
	use: {
		baseURL: process.env.BASE_URL ?? "http://localhost:3000",
		trace: "retain-on-failure",
		launchOptions: {
			executablePath,
			env: { ...process.env, ...env } as Record<string, string>,
			args: ["--no-sandbox", "--disable-gpu"],
		},
	},
	projects: [{ name: "desktop", use: { viewport: { width: 1440, height: 900 } } }],
});
