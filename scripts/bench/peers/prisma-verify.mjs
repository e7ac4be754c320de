import { createHash } from "node:crypto";
import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient } from "./generated/client.ts";

/** The usual home-made check: find the key by its digest and, if asked to, remember when it was used. */
export function prismaVerifier() {
	const adapter = new PrismaPg({ connectionString: process.env.DATABASE_URL, max: 10 });
	const client = new PrismaClient({ adapter });
	const updates = process.env.MODE === "update";

	return async (/** @type {string} */ text) => {
		const digest = createHash("sha256").update(text).digest();
		const key = await client.apiKey.findUnique({ where: { digest } });
		if (!key?.enabled || (key.expiresAt && key.expiresAt <= new Date())) return { valid: false };
		if (updates) await client.apiKey.update({ where: { id: key.id }, data: { lastUsedAt: new Date() } });
		const { id, title, role, scopes, expiresAt } = key;
		return { valid: true, id, title, role, scopes, expiresAt };
	};
}
