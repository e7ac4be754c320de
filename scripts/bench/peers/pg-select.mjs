import pg from "pg";
import { send, serve, withBody } from "./http.mjs";
import { digestOf } from "./keys.mjs";

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 });
const text = `select id, title, role, scopes, enabled, expires_at as "expiresAt" from api_keys where digest = $1`;

serve((request, response) =>
	withBody(request, async (body) => {
		const { rows } = await pool.query({ name: "find", text, values: [digestOf(JSON.parse(body).key)] });
		const [key] = rows;
		const valid = key?.enabled === true && (key.expiresAt === null || key.expiresAt > new Date());
		send(response, 200, JSON.stringify(valid ? { valid, ...key } : { valid: false }));
	}),
);
