import { randomBytes } from "node:crypto";
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { type Database, openDatabase } from "#lib/data/client.ts";
import { prepareDatabase } from "../database.ts";
import { ROOT } from "../launch/child.ts";
import type { Shutdown } from "../launch/shutdown.ts";
import { FaultProxy } from "./fault-proxy.ts";
import { Instance } from "./instance.ts";
import { PostgresHandle } from "./postgres-handle.ts";

/** Three processes of the product on one PostgreSQL, each behind a fault proxy, and the rig's own way in. */
export type Rig = {
	shutdown: Shutdown;
	instances: readonly [Instance, Instance, Instance];
	postgres: PostgresHandle;
	/** As the application works with it: services change keys through it. */
	database: Database;
	/** As the owner of the tables: for arranging, and for changes that nobody announces. */
	owner: pg.Pool;
	appUrl: string;
	/** Seconds that the instances serve what they know when nothing can be asked. */
	graceSeconds: number;
	/** A folder for what a check starts. */
	workDir: string;
};

/** One instance after the other, from the first again after the last. */
export const instanceAt = ({ instances }: Rig, index: number): Instance =>
	instances[index % instances.length] ?? instances[0];

const WORK_DIR = join(ROOT, ".cache/qa");
const POOL_MAX = 10;

/** `graceSeconds` is VERIFY_GRACE_SECONDS of every instance. */
export async function openRig(shutdown: Shutdown, graceSeconds: number): Promise<Rig> {
	mkdirSync(WORK_DIR, { recursive: true, mode: 0o700 });
	const secret = randomBytes(48).toString("base64url");
	// The rig makes and reads keys as the instances do, so it needs their secret.
	process.env.LATCHKEY_SECRET = secret;

	const postgres = await PostgresHandle.open(shutdown, join(WORK_DIR, "postgres"));
	const { appUrl } = await prepareDatabase({ migrateUrl: postgres.url, secret });
	const own = await openOwnWay(shutdown, postgres, appUrl);

	const open = (number: number) => openInstance(shutdown, number, { secret, appUrl, graceSeconds, postgres });
	const instances = [await open(1), await open(2), await open(3)] as const;
	await Promise.all(instances.map((instance) => instance.start()));
	return { shutdown, instances, postgres, ...own, graceSeconds, workDir: WORK_DIR };
}

/** Through a proxy that never fails: PostgreSQL changes its port when it starts again, and these addresses must not. */
async function openOwnWay(shutdown: Shutdown, postgres: PostgresHandle, appUrl: string) {
	const relay = new FaultProxy(() => postgres.port);
	const port = String(await relay.listen());
	await shutdown.hold(() => relay.close());
	const through = (url: string) => Object.assign(new URL(url), { port }).href;

	const database = openDatabase(through(appUrl), POOL_MAX);
	await shutdown.hold(() => database.close());
	// Without it no change could wait for the instances to say that they heard of it.
	await database.changes.start();
	const owner = new pg.Pool({ connectionString: through(postgres.url), max: POOL_MAX });
	owner.on("error", () => {});
	await shutdown.hold(() => owner.end());
	return { database, owner, appUrl: through(appUrl) };
}

/** Nothing of what somebody has set for their own installation; an empty variable counts as absent. */
const NOBODYS = Object.fromEntries(
	[
		"REDIS_URL",
		"EGRESS_ALLOW",
		"WEB_CONCURRENCY",
		"ROLE",
		"METRICS_PORT",
		"TRUSTED_HOPS",
		"HOT_LANE",
		"DATABASE_POOL_MAX",
		"VERIFY_CACHE_ENTRIES",
		"VERIFY_CACHE_MB",
	].map((name) => [name, ""]),
);

type Common = { secret: string; appUrl: string; graceSeconds: number; postgres: PostgresHandle };

function openInstance(shutdown: Shutdown, number: number, common: Common): Promise<Instance> {
	const { secret, appUrl, graceSeconds, postgres } = common;
	const logFile = join(WORK_DIR, `instance-${number}.log`);
	rmSync(logFile, { force: true });
	return Instance.open({
		name: `instance ${number}`,
		shutdown,
		dataDir: WORK_DIR,
		logFile,
		secret,
		appUrl,
		postgresPort: () => postgres.port,
		env: { ...NOBODYS, LATCHKEY_DEMO: "0", LOG_LEVEL: "info", VERIFY_GRACE_SECONDS: String(graceSeconds) },
	});
}
