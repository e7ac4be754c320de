import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { lockDataDir } from "../launch/instance-lock.ts";
import type { Shutdown } from "../launch/shutdown.ts";
import { clusterDirOf } from "../postgres/data-directory.ts";
import { stopLeftover } from "../postgres/leftover.ts";
import { type RunningPostgres, startPostgres } from "../postgres.ts";
import { Refusal } from "../processes.ts";

/** A PostgreSQL for one run that keeps its promises about durability, and that can be killed and started again. */
export class PostgresHandle {
	readonly #dataDir: string;
	#running: RunningPostgres;

	private constructor(dataDir: string, running: RunningPostgres) {
		this.#dataDir = dataDir;
		this.#running = running;
	}

	/** Starts it empty in `dataDir`, where an earlier run may have been killed. */
	static async open(shutdown: Shutdown, dataDir: string): Promise<PostgresHandle> {
		mkdirSync(dataDir, { recursive: true, mode: 0o700 });
		const unlock = lock(dataDir);
		await shutdown.hold(async () => unlock());
		await stopLeftover(clusterDirOf(dataDir));
		const remove = async () => {
			rmSync(clusterDirOf(dataDir), { recursive: true, force: true });
			rmSync(join(dataDir, "postgres-password"), { force: true });
		};
		await remove();
		await shutdown.hold(remove);
		const handle = new PostgresHandle(dataDir, await startPostgres({ dataDir }));
		await shutdown.hold(
			() => handle.#running.stop(),
			() => handle.#running.kill(),
		);
		return handle;
	}

	/** The superuser's address. The port changes with every start. */
	get url(): string {
		return this.#running.url;
	}

	get port(): number {
		return Number(new URL(this.url).port);
	}

	async crash(): Promise<void> {
		this.#running.kill();
		await this.#running.exited;
	}

	/** Comes back once it accepts connections. */
	async startAgain(): Promise<void> {
		this.#running = await startPostgres({ dataDir: this.#dataDir });
	}
}

function lock(dataDir: string): () => void {
	try {
		return lockDataDir(dataDir).unlock;
	} catch (error) {
		if (!(error instanceof Refusal)) throw error;
		throw new Refusal(
			`These checks already run in this clone (${dataDir}). Wait for them, or use another clone.`,
		);
	}
}
