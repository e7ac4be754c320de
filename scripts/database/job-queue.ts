import { runMigrations } from "graphile-worker";
import pg from "pg";
import { APP_GROUP } from "./roles.ts";

const SCHEMA = "graphile_worker";

/**
 * Makes or updates the tables of the job queue, which belong to whoever migrates, and lets the app work with them. The queue
 * switches row-level security on and leaves it to its users to say who may do what.
 */
export async function prepareJobQueue(url: string): Promise<void> {
	const pool = new pg.Pool({ connectionString: url, max: 1 });
	pool.on("error", () => {}).on("connect", (client) => client.on("error", () => {}));
	try {
		await runMigrations({ pgPool: pool, schema: SCHEMA });
		await pool.query(`
			grant usage on schema ${SCHEMA} to ${APP_GROUP};
			grant select, insert, update, delete on all tables in schema ${SCHEMA} to ${APP_GROUP};
			grant usage, select on all sequences in schema ${SCHEMA} to ${APP_GROUP};
			revoke execute on all functions in schema ${SCHEMA} from public;
			grant execute on all functions in schema ${SCHEMA} to ${APP_GROUP};
			do $$
			declare
				queue_table regclass;
			begin
				for queue_table in
					select c.oid::regclass from pg_class c
					where c.relnamespace = '${SCHEMA}'::regnamespace and c.relrowsecurity
						and not exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'app')
				loop
					execute format('create policy app on %s to ${APP_GROUP} using (true) with check (true)', queue_table);
				end loop;
			end $$;`);
	} finally {
		await pool.end();
	}
}
