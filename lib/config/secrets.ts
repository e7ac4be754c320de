import { createHash, hkdfSync } from "node:crypto";
import { env } from "./env.ts";

/** A key derived from a master secret for one purpose, and the id that stored rows remember it by. */
export type DerivedKey = { id: string; bytes: Buffer };

type Purpose = "key-pepper" | "password-pepper" | "session" | "audit" | "sealing" | "set-up" | "cursor";

/** One derived key for each master secret, newest first. Labels keep the purposes apart. */
export function deriveKeys(masterSecrets: readonly string[], purpose: Purpose): DerivedKey[] {
	return masterSecrets.map((secret) => {
		const bytes = Buffer.from(hkdfSync("sha256", secret, "", `latchkey/${purpose}/v1`, 32));
		return { id: createHash("sha256").update(bytes).digest("hex").slice(0, 12), bytes };
	});
}

const rings = new Map<Purpose, DerivedKey[]>();

/** This installation's keys for a purpose, newest first: the first makes new values, all are accepted. */
export function keyRing(purpose: Purpose): readonly [DerivedKey, ...DerivedKey[]] {
	let ring = rings.get(purpose);
	if (!ring) {
		const secrets = env().LATCHKEY_SECRET;
		if (!secrets) throw new Error("LATCHKEY_SECRET is not set");
		ring = deriveKeys(secrets, purpose);
		rings.set(purpose, ring);
	}
	return ring as [DerivedKey, ...DerivedKey[]];
}
