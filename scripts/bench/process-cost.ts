import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";

/** What a process and all its children have used since they started. */
export type Cost = { cpuMicros: number; rssBytes: number };

type Row = { pid: number; parent: number } & Cost;

/** Every Linux that Node runs on counts CPU time in hundredths of a second. */
const MICROS_PER_TICK = 10_000;

/** The cost of the process `root` and of everything below it, children that have ended included where Linux tells. */
export function costOf(root: number): Cost {
	const rows = process.platform === "linux" ? rowsOfProc() : rowsOfPs();
	const family = new Set([root]);
	for (let grown = true; grown; ) {
		const size = family.size;
		for (const { pid, parent } of rows) if (family.has(parent)) family.add(pid);
		grown = family.size > size;
	}
	const sum: Cost = { cpuMicros: 0, rssBytes: 0 };
	for (const row of rows) {
		if (!family.has(row.pid)) continue;
		sum.cpuMicros += row.cpuMicros;
		sum.rssBytes += row.rssBytes;
	}
	return sum;
}

/** The process that started this one. */
export function parentOf(pid: number): number | undefined {
	const rows = process.platform === "linux" ? rowsOfProc() : rowsOfPs();
	return rows.find((row) => row.pid === pid)?.parent;
}

function rowsOfProc(): Row[] {
	return readdirSync("/proc")
		.filter((name) => /^\d+$/.test(name))
		.flatMap((name) => {
			try {
				const stat = readFileSync(`/proc/${name}/stat`, "utf8");
				const status = readFileSync(`/proc/${name}/status`, "utf8");
				// The command's name may hold spaces and brackets: what follows the last bracket is fields 3 and on.
				const fields = stat
					.slice(stat.lastIndexOf(")") + 2)
					.split(" ")
					.map(Number);
				const [user = 0, system = 0, endedUser = 0, endedSystem = 0] = fields.slice(11, 15);
				return {
					pid: Number(name),
					parent: fields[1] ?? 0,
					cpuMicros: (user + system + endedUser + endedSystem) * MICROS_PER_TICK,
					rssBytes: Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) * 1024,
				};
			} catch {
				return []; // It has ended meanwhile.
			}
		});
}

function rowsOfPs(): Row[] {
	const table = execFileSync("ps", ["-A", "-o", "pid=,ppid=,rss=,time="], { encoding: "utf8" });
	return table
		.trim()
		.split("\n")
		.map((line) => {
			const [pid, parent, rss, time = "0"] = line.trim().split(/\s+/);
			const seconds = time.split(/[-:]/).reduce((sum, part) => sum * 60 + Number(part), 0);
			return {
				pid: Number(pid),
				parent: Number(parent),
				cpuMicros: seconds * 1_000_000,
				rssBytes: Number(rss) * 1024,
			};
		});
}
