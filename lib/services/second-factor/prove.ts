import type { Database } from "#lib/data/client.ts";
import { transactAs } from "#lib/data/transaction.ts";
import { recordForPerson } from "../audit/record-for-person.ts";
import { type Proof, takeCode } from "./take-code.ts";

/** Takes a code as proof that it is the signed-in person: what kind of code it was, or null when it proves nothing. */
export function proveByCode(
	database: Database,
	person: { id: string; name: string },
	code: string,
	{ address, now }: { address: string; now: Date },
): Promise<Proof | null> {
	return transactAs(database, { personId: person.id }, async (tx) => {
		const proof = await takeCode(tx, person.id, code, now);
		if (proof === "recovery_code") {
			await recordForPerson(tx, person, { action: "recovery_code.use", address, now });
		}
		return proof;
	});
}
