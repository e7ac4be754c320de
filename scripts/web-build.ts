import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { ROOT, requireChild } from "./launch/child.ts";
import type { Shutdown } from "./launch/shutdown.ts";
import { pressStatic } from "./press-static.ts";

/** Everything that the built pages are made of. */
const SOURCES = [
	"app",
	"components",
	"lib",
	"public",
	"prisma/schema.prisma",
	"next.config.ts",
	"postcss.config.mjs",
];
const SETTINGS = ["package.json", "package-lock.json", "tsconfig.json"];
const NOT_BUILT = /\.test\.tsx?$/;

const NEXT_DIR = join(ROOT, ".next");
const STAMP = join(NEXT_DIR, "latchkey-sources");
const NEXT_CLI = join(ROOT, "node_modules/next/dist/bin/next");

export function isBuilt(): boolean {
	return existsSync(STAMP) && readFileSync(STAMP, "utf8") === hashSources();
}

/** Builds the pages. The mark of a finished build is taken away first: a build that is killed is no build. */
export async function build(shutdown: Shutdown, onOutput?: (text: string) => void): Promise<void> {
	rmSync(STAMP, { force: true });
	const hash = hashSources();
	await requireChild(shutdown, {
		name: "The build",
		args: [NEXT_CLI, "build"],
		env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
		...(onOutput && { onOutput }),
	});
	await pressStatic(join(NEXT_DIR, "static"));
	mkdirSync(NEXT_DIR, { recursive: true });
	writeFileSync(STAMP, hash);
}

function hashSources(): string {
	const hash = createHash("sha256");
	for (const file of [...SOURCES, ...SETTINGS].flatMap((path) => filesBelow(join(ROOT, path)))) {
		hash.update(`${relative(ROOT, file)}\0`).update(createHash("sha256").update(readFileSync(file)).digest());
	}
	return hash.digest("hex");
}

function filesBelow(path: string): string[] {
	if (!existsSync(path)) return [];
	if (statSync(path).isFile()) return [path];
	const entries = readdirSync(path, { withFileTypes: true, recursive: true });
	return entries
		.filter((entry) => entry.isFile() && !NOT_BUILT.test(entry.name))
		.map((entry) => join(entry.parentPath, entry.name))
		.sort();
}
