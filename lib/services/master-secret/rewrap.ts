import { keyRing } from "#lib/config/secrets.ts";
import { type Binding, EnvelopeError, open, rewrap, type Sealed, seal } from "#lib/core/envelope.ts";
import { sharedSecretBinding } from "#lib/core/shared-secret.ts";
import { listAgencies } from "#lib/data/agencies.ts";
import type { Database, Tx } from "#lib/data/client.ts";
import {
	findRetiredAuditKey,
	keepAuditKey,
	listRetiredAuditKeysNotUnder,
	listSecondFactorsNotUnder,
	listSharedSecretsNotUnder,
	rewrapRetiredAuditKey,
	rewrapSecondFactor,
	rewrapSharedSecret,
	type SealedRow,
} from "#lib/data/sealed-rows.ts";
import { transactAs, type Viewpoint } from "#lib/data/transaction.ts";

/** What came of each row: `unreadable` ones open under none of the secrets that are given. */
export type Rewrapped = { wrapped: number; unreadable: string[] };

type Wrapping<Row> = {
	name: (row: Row) => string;
	binding: (row: Row) => Binding;
	/** Zero rows when somebody else was faster, which is as good. */
	write: (tx: Tx, row: Row, wrapped: Sealed) => Promise<{ count: number }>;
};

/**
 * Wraps the key of every envelope anew under the newest secret, each in a transaction of its own: it may be interrupted at
 * any moment and begun again, and run any number of times at once. Whoever knows both secrets opens each row all the while.
 */
export async function rewrapEverything(
	database: Database,
	onProgress: (wrapped: number) => void = () => {},
): Promise<Rewrapped> {
	const result: Rewrapped = { wrapped: 0, unreadable: [] };
	const [{ id: newest }] = keyRing("sealing");
	const add = (outcome: "wrapped" | "unreadable", name: string) => {
		if (outcome === "unreadable") result.unreadable.push(name);
		else onProgress(++result.wrapped);
	};
	await keepOldAuditKeys(database);

	const agencies = await transactAs(database, {}, listAgencies);
	for (const { id: agencyId } of agencies) {
		const rows = await transactAs(database, { agencyId }, (tx) =>
			listSharedSecretsNotUnder(tx, agencyId, newest),
		);
		await rewrapRows(database, { agencyId }, rows, SHARED_SECRETS, add);
	}
	const factors = await transactAs(database, {}, (tx) => listSecondFactorsNotUnder(tx, newest));
	await rewrapRows(database, {}, factors, SECOND_FACTORS, add);
	const auditKeys = await transactAs(database, {}, (tx) => listRetiredAuditKeysNotUnder(tx, newest));
	await rewrapRows(database, {}, auditKeys, AUDIT_KEYS, add);
	return result;
}

const SHARED_SECRETS: Wrapping<SealedRow & { agencyId: string; id: string; version: number }> = {
	name: ({ agencyId, version }) => `shared secret of agency ${agencyId}, version ${version}`,
	binding: sharedSecretBinding,
	write: rewrapSharedSecret,
};

const SECOND_FACTORS: Wrapping<SealedRow & { userId: string; id: string }> = {
	name: ({ userId }) => `second factor of person ${userId}`,
	binding: ({ userId, id }) => ["totp", userId, id],
	write: rewrapSecondFactor,
};

const auditKeyBinding = (id: string): Binding => ["audit-key", id];

const AUDIT_KEYS: Wrapping<SealedRow & { id: string }> = {
	name: ({ id }) => `audit key ${id}`,
	binding: ({ id }) => auditKeyBinding(id),
	write: rewrapRetiredAuditKey,
};

async function rewrapRows<Row extends SealedRow>(
	database: Database,
	viewpoint: Viewpoint,
	rows: readonly Row[],
	{ name, binding, write }: Wrapping<Row>,
	add: (outcome: "wrapped" | "unreadable", name: string) => void,
) {
	for (const row of rows) {
		const wrapped = tryRewrap(row, binding(row));
		if (wrapped === null) add("unreadable", name(row));
		else {
			await transactAs(database, viewpoint, (tx) => write(tx, row, wrapped));
			add("wrapped", name(row));
		}
	}
}

const tryRewrap = ({ sealed }: SealedRow, binding: Binding): Sealed | null =>
	unlessItStaysShut(() => rewrap(sealed, binding, keyRing("sealing")));

/** What was recorded under an older secret can be checked for ever. One that was kept and is damaged is kept anew. */
async function keepOldAuditKeys(database: Database) {
	const [, ...older] = keyRing("audit");
	for (const { id, bytes } of older) {
		const text = bytes.toString("base64url");
		await transactAs(database, {}, async (tx) => {
			const kept = await findRetiredAuditKey(tx, id);
			if (kept && tryOpen(kept, auditKeyBinding(id)) === text) return;
			await keepAuditKey(tx, { id, ...seal(text, auditKeyBinding(id), keyRing("sealing")) });
		});
	}
}

const tryOpen = ({ sealed }: SealedRow, binding: Binding): string | null =>
	unlessItStaysShut(() => open(sealed, binding, keyRing("sealing")));

/** Null when an envelope does not open. */
function unlessItStaysShut<T>(work: () => T): T | null {
	try {
		return work();
	} catch (error) {
		if (error instanceof EnvelopeError) return null;
		throw error;
	}
}
