import { availableParallelism, cpus, release, totalmem, type } from "node:os";
import type pg from "pg";

export type Machine = {
	cpu: string;
	cores: number;
	memoryGb: number;
	system: string;
	node: string;
	postgres: string;
	/** An ISO date. */
	date: string;
};

export async function describeMachine(database: pg.Client): Promise<Machine> {
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
		date: new Date().toISOString().slice(0, 10),
	};
}

export const machineLine = (machine: Machine, generator: string) =>
	`${machine.cpu}, ${machine.cores} cores, ${machine.memoryGb} GB, ${machine.system}, Node ${machine.node}, ` +
	`PostgreSQL ${machine.postgres}, load by ${generator}, ${machine.date}`;
