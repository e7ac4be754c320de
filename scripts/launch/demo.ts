import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { z } from "zod";
import { connect } from "../database.ts";
import { writePrivateFile } from "../private-file.ts";
import { requireChild } from "./child.ts";
import { childEnv, type Settings } from "./settings.ts";
import type { Shutdown } from "./shutdown.ts";

const Demo = z.looseObject({
	url: z.string(),
	users: z.array(z.object({ email: z.string(), password: z.string(), role: z.string() })),
	keys: z.array(z.object({ level: z.string(), role: z.string(), key: z.string() })),
});

export type Demo = z.infer<typeof Demo>;

export const demoFile = (dataDir: string) => join(dataDir, "demo.json");

type Target = { ownerUrl: string; appUrl: string; isOwn: boolean };

const UNFINISHED = "Latchkey is filling the demo";

/**
 * Fills an empty database with the demo agency. Returns whether it did. A database of our own is marked meanwhile,
 * so that a start which is killed here is known to have left nothing but half of a demo.
 */
export async function fillDemo(shutdown: Shutdown, settings: Settings, target: Target): Promise<boolean> {
	if (!settings.LATCHKEY_DEMO) return false;
	const db = await connect(target.ownerUrl);
	try {
		const empty = await db.query("select from installation where set_up_at is null");
		if (empty.rowCount === 0) return false;
		if (target.isOwn) await comment(db, UNFINISHED);
		const env = childEnv(settings, target.appUrl);
		await requireChild(shutdown, { name: "Filling the demo agency", args: ["scripts/seed-demo.ts"], env });
		if (target.isOwn) await comment(db, "");
		return true;
	} finally {
		await db.end();
	}
}

async function comment(db: pg.Client, text: string): Promise<void> {
	await db.query(
		`comment on database ${pg.escapeIdentifier(db.database ?? "")} is ${pg.escapeLiteral(text)}`,
	);
}

/** True when an earlier start was killed while it filled the demo. The server has never run on such a database. */
export async function isHalfFilled(ownerUrl: string): Promise<boolean> {
	const db = await connect(ownerUrl);
	try {
		const { rows } = await db.query<{ comment: string | null }>(
			`select shobj_description(oid, 'pg_database') as comment from pg_database where datname = current_database()`,
		);
		return rows[0]?.comment === UNFINISHED;
	} finally {
		await db.end();
	}
}

/** The demo that this data folder has, with the address that people use today. */
export function readDemo({ dataDir, APP_ORIGIN, LATCHKEY_DEMO }: Settings): Demo | undefined {
	const file = demoFile(dataDir);
	if (!LATCHKEY_DEMO || !existsSync(file)) return undefined;
	const demo = Demo.safeParse(JSON.parse(readFileSync(file, "utf8"))).data;
	if (demo && demo.url !== APP_ORIGIN) {
		demo.url = APP_ORIGIN;
		writePrivateFile(file, `${JSON.stringify(demo, null, "\t")}\n`);
	}
	return demo;
}
