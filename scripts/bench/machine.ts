import { availableParallelism, cpus, loadavg, release, totalmem, type } from "node:os";
import type pg from "pg";

export type Machine = {
	cpu: string;
	cores: number;
	memoryGb: number;
	system: string;
	node: string;
	postgres: string;
	/** How many processes wanted a core in the minute before the run. */
	loadBefore: number;
	/** An ISO date. */
	date: string;
};

/** How many processes wanted a core in the last minute. */
export const loadNow = () => Number((loadavg()[0] ?? 0).toFixed(1));

/** Load for each core from which on figures suffer. */
const BUSY_SHARE = 0.25;

export async function describeMachine(database: pg.Client, loadBefore: number): Promise<Machine> {
	const { rows } = await database.query<{ version: string }>(
		"select current_setting('server_version') as version",
	);
	return {
		cpu: cpus()[0]?.model.trim() ?? "unknown",
		cores: availableParallelism(),
		memoryGb: Math.round(totalmem() / 2 ** 30),
		system: `${type()} ${release()}`,
		node: process.versions.node,
		postgres: rows[0]?.version ?? "unknown",
		loadBefore,
		date: new Date().toISOString().slice(0, 10),
	};
}

export const machineLine = (machine: Machine, generator: string) =>
	`${machine.cpu}, ${machine.cores} cores, ${machine.memoryGb} GB, ${machine.system}, Node ${machine.node}, ` +
	`PostgreSQL ${machine.postgres}, load by ${generator}, ${machine.date}`;

/** A sentence about a machine that had other work to do, which is in every figure; empty for one that had none. */
export const busyLine = ({ cores, loadBefore }: Machine) =>
	loadBefore <= cores * BUSY_SHARE
		? ""
		: `The machine was busy when the run began (load ${loadBefore} on ${cores} cores): nothing here is as good as it gets.`;
