import { apiKey } from "@better-auth/api-key";
import { betterAuth } from "better-auth";
import { getMigrations } from "better-auth/db/migration";
import pg from "pg";
import { send, serve, withBody } from "./http.mjs";
import { keyTexts } from "./keys.mjs";

const PEOPLE = 100;
const AT_ONCE = 20;

const texts = keyTexts();
const fastest = process.env.MODE === "fastest";
let made = 0;
const shared = { customKeyGenerator: () => texts[made++] ?? "" };

/** As it comes, but for the limit of ten calls a day. */
const usual = apiKey({ ...shared, rateLimit: { maxRequests: 1_000_000_000, timeWindow: 3_600_000 } });

/** All in this process's memory, no limit, writes after the answer. */
const quickest = apiKey({
	...shared,
	storage: "secondary-storage",
	deferUpdates: true,
	rateLimit: { enabled: false },
});

/** @type {Map<string, string>} */
const memory = new Map();
const secondaryStorage = {
	get: (/** @type {string} */ name) => memory.get(name) ?? null,
	set: (/** @type {string} */ name, /** @type {string} */ value) => void memory.set(name, value),
	delete: (/** @type {string} */ name) => void memory.delete(name),
};

const auth = betterAuth({
	baseURL: `http://127.0.0.1:${process.env.PORT}`,
	secret: process.env.LATCHKEY_SECRET,
	database: new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 }),
	emailAndPassword: { enabled: true },
	plugins: [fastest ? quickest : usual],
	...(fastest && {
		secondaryStorage,
		advanced: {
			backgroundTasks: { handler: (/** @type {Promise<unknown>} */ task) => void task.catch(() => {}) },
		},
	}),
});

async function fill() {
	const { runMigrations } = await getMigrations(auth.options);
	await runMigrations();
	const context = await auth.$context;
	const people = [];
	for (let index = 0; index < PEOPLE; index++) {
		const person = { name: `Person ${index}`, email: `person-${index}-${process.env.MODE}@example.test` };
		people.push(await context.internalAdapter.createUser(person));
	}
	for (let at = 0; at < texts.length; at += AT_ONCE) {
		const batch = people.length === 0 ? [] : texts.slice(at, at + AT_ONCE);
		await Promise.all(
			batch.map((_, index) =>
				auth.api.createApiKey({ body: { userId: people[(at + index) % people.length]?.id, name: "Bench" } }),
			),
		);
	}
}

await fill();
serve((request, response) =>
	withBody(request, async (body) => {
		const verdict = await auth.api.verifyApiKey({ body: { key: JSON.parse(body).key } });
		send(response, 200, JSON.stringify(verdict));
	}),
);
