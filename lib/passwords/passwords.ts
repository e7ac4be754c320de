import { createHmac } from "node:crypto";
import path from "node:path";
import Piscina from "piscina";
import { processWide } from "#lib/config/process-wide.ts";
import { type DerivedKey, keyRing } from "#lib/config/secrets.ts";
import { AppError } from "#lib/core/errors.ts";

const BCRYPT_COST = 12;
const THREADS = 2;
/** Beyond this many waiting, a sign-in is told to come back rather than made to wait for seconds. */
const QUEUE_MAX = 20;
const IDLE_TIMEOUT_MS = 30_000;

/** A hash of no password at the same cost: compared against when there is no such person. */
const NOBODYS_HASH = "$2b$12$abcdefghijklmnopqrstuuW6Zx0yG5VYX7mUBHSkHFYxJPRVmGQSm";

const pool = () =>
	processWide(
		"passwords",
		() =>
			new Piscina({
				filename: path.join(process.cwd(), "lib/passwords/worker.mjs"),
				minThreads: 0,
				maxThreads: THREADS,
				maxQueue: QUEUE_MAX,
				idleTimeout: IDLE_TIMEOUT_MS,
			}),
	);

async function run<T>(job: object): Promise<T> {
	try {
		return await pool().run(job);
	} catch (error) {
		if (error instanceof Error && /queue/i.test(error.message)) {
			throw new AppError("rate_limited", "Too many people are signing in right now. Try again in a moment.");
		}
		throw error;
	}
}

/** Base64 of HMAC-SHA-256(pepper, NFC password): bcrypt neither cuts it at 72 bytes nor stops at a NUL. */
const conceal = (password: string, pepper: DerivedKey) =>
	createHmac("sha256", pepper.bytes).update(password.normalize("NFC")).digest("base64");

/** Hashes a person's password for storage: pepper id, a colon, bcrypt. */
export async function hashPassword(password: string) {
	const [pepper] = keyRing("password-pepper");
	return `${pepper.id}:${await run<string>({ secret: conceal(password, pepper), cost: BCRYPT_COST })}`;
}

/** Whether a stored hash was made under a pepper that is no longer the newest. */
export const isHashOutdated = (stored: string) => !stored.startsWith(`${keyRing("password-pepper")[0].id}:`);

/** Whether a password fits a stored hash. With `null` for the hash it takes as long and answers false. */
export async function fitsPassword(password: string, stored: string | null) {
	const ring = keyRing("password-pepper");
	const [pepperId, hash] = stored?.split(":", 2) ?? [];
	const pepper = ring.find(({ id }) => id === pepperId) ?? ring[0];
	const fits = await run<boolean>({ secret: conceal(password, pepper), hash: hash ?? NOBODYS_HASH });
	return fits && hash !== undefined;
}
