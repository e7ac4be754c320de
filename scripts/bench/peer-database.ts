import { hash, randomBytes } from "node:crypto";
import pg from "pg";
import type { World } from "./world.ts";

const TABLE = `
	create table api_keys (
		id uuid primary key default gen_random_uuid(),
		digest bytea not null unique,
		title text not null,
		role text not null,
		scopes text[] not null,
		enabled boolean not null,
		expires_at timestamptz(3),
		last_used_at timestamptz(3)
	)`;

/** Makes a new database for peers with the same keys, as a home-made table holds them. Returns its address. */
export async function makePeerDatabase(world: World, texts: readonly string[]): Promise<string> {
	const name = `bench_peers_${randomBytes(4).toString("hex")}`;
	await world.admin.query(`create database ${name}`);
	const url = world.urlOf(name);
	const owner = new pg.Client({ connectionString: url });
	await owner.connect();
	try {
		await owner.query(TABLE);
		await owner.query(
			`insert into api_keys (digest, title, role, scopes, enabled)
				select digest, 'Key ' || n, 'ADMIN', '{contacts.readonly,contacts.write,forms.readonly}', true
				from unnest($1::bytea[]) with ordinality as u (digest, n)`,
			[texts.map((text) => hash("sha256", text, "buffer"))],
		);
		await owner.query("vacuum analyze");
		return url;
	} finally {
		await owner.end();
	}
}
