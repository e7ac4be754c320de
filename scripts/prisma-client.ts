import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { messageOf, Refusal } from "./processes.ts";

const ROOT = join(import.meta.dirname, "..");
const SCHEMA = join(ROOT, "prisma/schema.prisma");
const GENERATED_DIR = join(ROOT, "prisma/generated");
const STAMP = join(ROOT, ".cache/prisma-client");
const PRISMA_CLI = join(ROOT, "node_modules/prisma/build/index.js");

/** Generates the Prisma client when it is missing or belongs to another schema. Returns whether it had to. */
export async function ensurePrismaClient(): Promise<boolean> {
	const version = JSON.parse(readFileSync(join(ROOT, "node_modules/prisma/package.json"), "utf8")).version;
	const wanted = createHash("sha256").update(version).update(readFileSync(SCHEMA)).digest("hex");
	const present = existsSync(join(GENERATED_DIR, "client.ts")) && existsSync(STAMP);
	if (present && readFileSync(STAMP, "utf8") === wanted) return false;

	// `generate` never runs the native schema engine, yet downloads it unless it is told of one. Only this command
	// may see the variable: migration commands believe such an engine, do nothing and report success.
	const env = {
		...process.env,
		PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
		PRISMA_HIDE_UPDATE_MESSAGE: "1",
	};
	try {
		await promisify(execFile)(process.execPath, [PRISMA_CLI, "generate"], { cwd: ROOT, env });
	} catch (error) {
		const { stderr, stdout } = error as { stderr?: string; stdout?: string };
		const said = [stdout, stderr].filter(Boolean).join("\n").trim();
		throw new Refusal(`The database client could not be generated: ${said || messageOf(error)}`);
	}
	mkdirSync(join(ROOT, ".cache"), { recursive: true });
	writeFileSync(STAMP, wanted);
	return true;
}
