import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT, requireChild } from "../launch/child.ts";
import type { Shutdown } from "../launch/shutdown.ts";
import { messageOf } from "../processes.ts";
import { npmInstall } from "./npm-install.ts";
import { PEERS } from "./peers-folder.ts";

const SOURCES = join(import.meta.dirname, "peers");
const PRISMA_CLI = join(ROOT, "node_modules/prisma/build/index.js");
const NEXT_CLI = join(ROOT, "node_modules/next/dist/bin/next");

export type Need = "installed" | "prisma" | "next";

/** For each thing that peers are made of: null when it is there, or why it is not. */
export type Prepared = Record<Need, string | null>;

/** Copies the peers to where they run and brings what they are made of, unless that was done before. */
export async function preparePeers(shutdown: Shutdown, wanted: ReadonlySet<Need>): Promise<Prepared> {
	mkdirSync(PEERS, { recursive: true });
	cpSync(SOURCES, PEERS, { recursive: true });
	const prepared: Prepared = { installed: null, prisma: null, next: null };
	const step = async (need: Need, sources: string[], work: () => Promise<unknown>) => {
		if (!wanted.has(need)) return;
		const stamp = join(PEERS, `.${need}`);
		const now = hashOf(sources);
		if (existsSync(stamp) && readFileSync(stamp, "utf8") === now) return;
		rmSync(stamp, { force: true });
		try {
			await work();
			writeFileSync(stamp, now);
		} catch (error) {
			prepared[need] = messageOf(error);
		}
	};
	await step("installed", [join(SOURCES, "package.json")], () => npmInstall(shutdown, PEERS));
	await step("prisma", [join(SOURCES, "schema.prisma"), join(ROOT, "package-lock.json")], () =>
		generateClient(shutdown),
	);
	await step("next", [...filesOf(SOURCES), join(ROOT, "package-lock.json")], () => buildNext(shutdown));
	return prepared;
}

function generateClient(shutdown: Shutdown) {
	const args = [PRISMA_CLI, "generate", "--schema", join(PEERS, "schema.prisma")];
	// Told of an engine, it does not download the one that this command never runs.
	const env = {
		...process.env,
		PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
		PRISMA_HIDE_UPDATE_MESSAGE: "1",
	};
	return requireChild(shutdown, { name: "prisma generate", args, env });
}

function buildNext(shutdown: Shutdown) {
	const env = { ...process.env, NODE_ENV: "production" as const, NEXT_TELEMETRY_DISABLED: "1" };
	return requireChild(shutdown, {
		name: "The build of the Next peer",
		args: [NEXT_CLI, "build", join(PEERS, "next")],
		env,
	});
}

function hashOf(files: string[]): string {
	const hash = createHash("sha256").update(process.version);
	for (const file of files) hash.update(readFileSync(file));
	return hash.digest("hex");
}

const filesOf = (folder: string) =>
	readdirSync(folder, { withFileTypes: true, recursive: true })
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name))
		.sort();
