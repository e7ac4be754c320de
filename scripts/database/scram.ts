import { createHash, createHmac, hkdfSync, pbkdf2Sync, randomBytes } from "node:crypto";

const ITERATIONS = 4096;

/** The password of the app's own database login, which every machine with the same secret can work out. */
export function appPassword(secret: string): string {
	return Buffer.from(hkdfSync("sha256", secret, "", "latchkey/postgres/app-password/v1", 32)).toString("hex");
}

/** What PostgreSQL stores for a password (RFC 5803), so that no statement has to carry the password itself. */
export function scramVerifier(password: string, salt: Buffer = randomBytes(16)): string {
	const salted = pbkdf2Sync(password, salt, ITERATIONS, 32, "sha256");
	const hmac = (label: string) => createHmac("sha256", salted).update(label).digest();
	const storedKey = createHash("sha256").update(hmac("Client Key")).digest("base64");
	const serverKey = hmac("Server Key").toString("base64");
	return `SCRAM-SHA-256$${ITERATIONS}:${salt.toString("base64")}$${storedKey}:${serverKey}`;
}
