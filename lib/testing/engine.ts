import { keyRing } from "#lib/config/secrets.ts";
import type { Database } from "#lib/data/client.ts";
import type { Engine } from "#lib/verify/engine.ts";
import { UsageBuffer } from "#lib/verify/usage-buffer.ts";
import type { VerifyCall } from "#lib/verify/verify-key.ts";

/** An engine whose meters are written out only when a test says so. A failing write ends in `errors`. */
export function testEngine(database: Database): Engine & { errors: unknown[] } {
	const errors: unknown[] = [];
	const usage = new UsageBuffer(database, (error) => errors.push(error));
	return { database, peppers: keyRing("key-pepper"), usage, errors };
}

/** A key that presents itself, from a known address, and asks for nothing in particular. */
export const verifyCall = (key: string, call: Partial<VerifyCall> = {}): VerifyCall => ({
	key,
	asker: null,
	scopes: [],
	locationId: null,
	address: "203.0.113.7",
	client: "test/1.0",
	cost: 1,
	...call,
});
