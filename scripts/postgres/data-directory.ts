import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chownSync, existsSync, lstatSync, mkdtempSync, readdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { readOrMake } from "../private-file.ts";
import { messageOf, Refusal } from "../processes.ts";
import type { Account } from "./account.ts";
import type { Binaries } from "./binaries.ts";

const DRAFT = "postgres.new-";

export const SUPERUSER = "postgres";

export const clusterDirOf = (dataDir: string) => join(dataDir, "postgres");

export function readOrCreatePassword(dataDir: string): string {
	const file = join(dataDir, "postgres-password");
	if (existsSync(clusterDirOf(dataDir)) && !existsSync(file)) {
		throw new Refusal(`${file} is missing, so the database beside it cannot be opened. Put the file back.`);
	}
	return readOrMake(file, () => randomBytes(24).toString("hex"));
}

/** Made under another name first: a first start that is killed leaves nothing that looks finished. */
export async function initialize(
	dataDir: string,
	binaries: Binaries,
	account: Account,
	options: string[],
): Promise<void> {
	for (const name of readdirSync(dataDir).filter((entry) => entry.startsWith(DRAFT))) {
		rmSync(join(dataDir, name), { recursive: true, force: true });
	}
	const draftDir = mkdtempSync(join(dataDir, DRAFT));
	if (account.owner) chownSync(draftDir, account.owner.uid, account.owner.gid);
	const [command = "", ...args] = [
		...account.prefix,
		binaries.initdb,
		`--pgdata=${draftDir}`,
		`--username=${SUPERUSER}`,
		`--pwfile=${join(dataDir, "postgres-password")}`,
		"--auth=scram-sha-256",
		"--encoding=UTF8",
		"--locale=C",
		"--locale-provider=builtin",
		"--builtin-locale=C.UTF-8",
		"--no-instructions",
		"--set=dynamic_shared_memory_type=mmap",
		...options,
	];
	try {
		await promisify(execFile)(command, args, { cwd: draftDir });
	} catch (error) {
		const { stderr = "" } = error as { stderr?: string };
		throw new Refusal(`PostgreSQL could not create its data directory: ${stderr.trim() || messageOf(error)}`);
	}
	renameSync(draftDir, clusterDirOf(dataDir));
}

/** The account may differ from the last start's, for instance after a first start as another user. */
export function chownTree(path: string, owner: Account["owner"]): void {
	if (!owner) return;
	const stat = lstatSync(path);
	if (stat.uid === owner.uid && stat.gid === owner.gid) return;
	if (stat.isDirectory()) for (const name of readdirSync(path)) chownTree(join(path, name), owner);
	chownSync(path, owner.uid, owner.gid);
}
