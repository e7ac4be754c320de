import pg from "pg";
import { send, serve } from "./http.mjs";
import { digestOf } from "./keys.mjs";

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 });
const text = `select id, title, role, scopes, enabled, expires_at as "expiresAt" from api_keys where digest = $1`;

serve(async (request, response) => {
	const key = request.headers.authorization?.slice("Bearer ".length) ?? "";
	const { rows } = await pool.query({ name: "find", text, values: [digestOf(key)] });
	const [found] = rows;
	const valid = found?.enabled === true && (found.expiresAt === null || found.expiresAt > new Date());
	send(response, valid ? 200 : 401, JSON.stringify(valid ? { valid, ...found } : { valid: false }));
});
