import { expect, test } from "vitest";
import { whenDone } from "#lib/testing/when-done.ts";
import { anotherDatabase, testWorld } from "#lib/testing/world.ts";

const world = await testWorld();
const database = anotherDatabase(world.appUrl);

test.each(["enginePool", "quotaPool", "openQueuePool"] as const)(
	"a connection of %s that the database closes while somebody holds it ends no process",
	async (name) => {
		const pool = name === "openQueuePool" ? database.openQueuePool() : database[name];
		if (name === "openQueuePool") whenDone(() => pool.end());
		const held = await pool.connect();
		const { rows } = await held.query<{ pid: number }>("select pg_backend_pid() as pid");
		const ended = new Promise((resolve) => held.once("end", resolve));

		await world.owner.query("select pg_terminate_backend($1)", [rows[0]?.pid]);

		await ended;
		await expect(held.query("select 1")).rejects.toThrow();
		held.release(true);
		expect((await pool.query("select 1 as one")).rows).toEqual([{ one: 1 }]);
	},
);
