import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";

/** A file's folder, what it imports, and whether the import directions allow it. */
const IMPORTS = [
	["lib/core/keys", "#lib/core/ids.ts", "allowed"],
	["lib/core/keys", "#lib/data/client.ts", "refused"],
	["lib/core", "next/headers", "refused"],
	["lib/contracts/v2", "#lib/core/ids.ts", "allowed"],
	["lib/contracts/v2", "#lib/services/keys/list.ts", "refused"],
	["lib/config", "#lib/data/client.ts", "refused"],
	["lib/data", "#prisma/generated/client.ts", "allowed"],
	["lib/data", "#lib/services/keys/list.ts", "refused"],
	["lib/passwords", "#lib/auth/throttle.ts", "refused"],
	["lib/mail", "#lib/services/people/create.ts", "refused"],
	["lib/egress", "node:http", "allowed"],
	["lib/egress", "#lib/data/client.ts", "refused"],
	["lib/services/webhooks", "#lib/egress/send-webhook.ts", "allowed"],
	["lib/services/keys", "#lib/data/keys.ts", "allowed"],
	["lib/services/keys", "../audit/record.ts", "allowed"],
	["lib/services/keys", "../permit.ts", "allowed"],
	["lib/services/people", "../keys/apply-leaver-policy.ts", "allowed"],
	["lib/services/people", "../keys/create.ts", "refused"],
	["lib/services/keys", "../notifications/notify.ts", "allowed"],
	["lib/services/keys", "../notifications/list.ts", "refused"],
	["lib/services/keys", "../people/create.ts", "refused"],
	["lib/services/keys", "#lib/services/people/create.ts", "refused"],
	["lib/services/keys", "#lib/contracts/problem.ts", "refused"],
	["lib/services/keys", "#prisma/generated/client.ts", "refused"],
	["lib/verify", "#lib/data/verify-lookup.ts", "allowed"],
	["lib/verify", "#lib/services/keys/list.ts", "refused"],
	["lib/verify", "next", "refused"],
	["lib/verify", "node:http", "refused"],
	["lib/auth", "#lib/services/sessions/find.ts", "allowed"],
	["lib/auth", "#lib/actions/run-action.ts", "refused"],
	["lib/jobs", "#lib/services/keys/list.ts", "allowed"],
	["lib/jobs", "graphile-worker", "allowed"],
	["lib/jobs", "#lib/auth/require-context.ts", "refused"],
	["lib/jobs", "next", "refused"],
	["lib/api/v2", "#lib/services/keys/list.ts", "allowed"],
	["lib/api/v2", "#lib/hot-lane/endpoint.ts", "allowed"],
	["lib/api/v2", "next/server", "refused"],
	["lib/jobs", "#lib/api/route.ts", "refused"],
	["lib/hot-lane", "#lib/verify/engine.ts", "allowed"],
	["lib/hot-lane", "next/server", "refused"],
	["lib/hot-lane", "#lib/serving/drain.ts", "refused"],
	["lib/gate", "react", "refused"],
	["lib/http", "#lib/serving/drain.ts", "refused"],
	["lib/serving", "#lib/data/client.ts", "allowed"],
	["lib/serving/metrics", "#lib/verify/counters.ts", "allowed"],
	["lib/serving", "next", "allowed"],
	["lib/serving", "pg", "refused"],
	["lib/serving", "#components/ui/button.tsx", "refused"],
	["app/(console)", "#lib/services/keys/list.ts", "allowed"],
	["app/(console)", "#lib/data/keys.ts", "refused"],
	["app/(console)", "#lib/serving/web.ts", "refused"],
	["app/api", "@prisma/client", "refused"],
	["components/ui", "#lib/core/scopes.ts", "allowed"],
	["components/ui", "#lib/services/keys/list.ts", "refused"],
	["components/ui", "#lib/auth/require-context.ts", "refused"],
] as const;

const root = path.join(import.meta.dirname, "..");
const trial = mkdtempSync(path.join(tmpdir(), "latchkey-lint-zones-"));
const fileOf = (index: number, folder: string) => path.join(folder, `sample-${index}.ts`);
let refused: Set<string>;

beforeAll(() => {
	cpSync(path.join(root, "biome.json"), path.join(trial, "biome.json"));
	for (const [index, [folder, source]] of IMPORTS.entries()) {
		mkdirSync(path.join(trial, folder), { recursive: true });
		writeFileSync(path.join(trial, fileOf(index, folder)), `export { sample } from "${source}";\n`);
	}
	refused = new Set(lint());
});

afterAll(() => rmSync(trial, { recursive: true, force: true }));

/** The files in which Biome finds a restricted import. */
function lint(): string[] {
	const biome = path.join(root, "node_modules/@biomejs/biome/bin/biome");
	const args = [
		"lint",
		"--vcs-enabled=false",
		"--only=style/noRestrictedImports",
		"--reporter=json",
		"--max-diagnostics=none",
	];
	let report: string;
	try {
		report = execFileSync(process.execPath, [biome, ...args], {
			cwd: trial,
			encoding: "utf8",
			stdio: "pipe",
		});
	} catch (error) {
		report = (error as { stdout: string }).stdout;
	}
	return [...report.matchAll(/"(?:file|path)":\s*(?:\{\s*"file":\s*)?"([^"]+sample-\d+\.ts)"/g)].map(
		([, file = ""]) => file,
	);
}

test.each(IMPORTS.map(([folder, source, expected], index) => ({ index, folder, source, expected })))(
	"$folder importing $source is $expected",
	({ index, folder, expected }) => {
		const found = [...refused].some((file) => file.endsWith(fileOf(index, folder)));

		expect(found ? "refused" : "allowed").toBe(expected);
	},
);
