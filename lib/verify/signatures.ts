import { timingSafeEqual } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import { LRUCache } from "lru-cache";
import { EnvelopeError, type Kek, open } from "#lib/core/envelope.ts";
import { sharedSecretBinding } from "#lib/core/shared-secret.ts";
import { isTimely, type Presented, signText, TOLERANCE_MS } from "#lib/core/signed-request.ts";
import type { Database } from "#lib/data/client.ts";
import { isDatabaseUnavailable } from "#lib/data/database-errors.ts";
import { readSharedSecrets, type SealedSecretRow, takeSignature } from "#lib/data/signatures.ts";
import { ANSWER_MS_MAX } from "./reader.ts";
import { UNAVAILABLE } from "./unavailable.ts";

const AGENCIES_MAX = 1_000;
const OPENED_MAX = 2_000;
/** Longer than any clock that is accepted can lag behind the one that forgets. */
const KEPT_LONGER_MS = 60_000;

/** Versions by the agency they belong to. An unreadable one has no text. */
type Version = { id: string; text: string | null };

export type SignatureVerdict = "GOOD" | "UNTIMELY" | "UNFIT" | "SEEN" | "UNREADABLE" | typeof UNAVAILABLE;

/** The text of an envelope, which it is only as long as that envelope lies in that place. */
type Opened = { sealed: Buffer; text: string };

type Parts = { database: Database; keks: readonly Kek[]; onError: (error: unknown) => void };

/**
 * Checks what was signed with an agency's shared secret. Opened texts stay in memory; that a version still counts, and
 * that a signature comes for the first time, the database says each time.
 */
export class Signatures {
	readonly #parts: Parts;
	readonly #versions = new LRUCache<string, Version[]>({ max: AGENCIES_MAX });
	/** By the place of the envelope. Opening takes longer than the rest together. */
	readonly #opened = new LRUCache<string, Opened>({ max: OPENED_MAX });
	/** Of each agency one read is under way and one waits for it, however many signatures fit nothing. */
	readonly #underWay = new Map<string, Promise<void>>();
	readonly #next = new Map<string, Promise<Version[]>>();

	constructor(parts: Parts) {
		this.#parts = parts;
	}

	/**
	 * `text` is the line that must have been signed; `now` is milliseconds since 1970, database time. UNAVAILABLE after
	 * 250 ms at the latest.
	 */
	async check(agencyId: string, text: string, presented: Presented, now: number): Promise<SignatureVerdict> {
		if (!isTimely(presented.timestamp, now)) return "UNTIMELY";
		const late = delay<typeof UNAVAILABLE>(ANSWER_MS_MAX, UNAVAILABLE, { ref: false });
		return Promise.race([this.#check(agencyId, text, presented), late]);
	}

	async #check(agencyId: string, text: string, presented: Presented): Promise<SignatureVerdict> {
		try {
			const known = this.#versions.get(agencyId);
			const verdict = known && (await this.#tryVersions(agencyId, known, text, presented));
			// What is in memory may be older than the last rotation.
			if (verdict === "GOOD" || verdict === "SEEN") return verdict;
			return await this.#tryVersions(agencyId, await this.#read(agencyId), text, presented);
		} catch (error) {
			if (!isDatabaseUnavailable(error)) this.#parts.onError(error);
			return UNAVAILABLE;
		}
	}

	async #tryVersions(agencyId: string, versions: Version[], text: string, presented: Presented) {
		const { signature, timestamp } = presented;
		const fit = versions.find(
			(one) => one.text !== null && timingSafeEqual(signText(one.text, text), signature),
		);
		if (!fit) return versions.some((one) => one.text === null) ? "UNREADABLE" : "UNFIT";
		const outcome = await takeSignature(this.#parts.database, {
			agencyId,
			secretId: fit.id,
			signature,
			keptUntil: new Date(Number(timestamp) * 1_000 + TOLERANCE_MS + KEPT_LONGER_MS),
		});
		if (outcome === "ended") return "UNFIT";
		return outcome === "taken" ? "GOOD" : "SEEN";
	}

	/** What is under way may have been asked before the last rotation, so newcomers share the read that comes after it. */
	#read(agencyId: string): Promise<Version[]> {
		const waiting = this.#next.get(agencyId);
		if (waiting) return waiting;
		const before = this.#underWay.get(agencyId);
		if (!before) return this.#send(agencyId);
		const next = before.then(() => {
			this.#next.delete(agencyId);
			return this.#send(agencyId);
		});
		this.#next.set(agencyId, next);
		return next;
	}

	#send(agencyId: string) {
		const read = this.#readNow(agencyId);
		const isOver = () => {
			this.#underWay.delete(agencyId);
		};
		this.#underWay.set(agencyId, read.then(isOver, isOver));
		return read;
	}

	async #readNow(agencyId: string) {
		const rows = await readSharedSecrets(this.#parts.database, agencyId);
		const versions = rows.map((row) => ({ id: row.id, text: this.#open(agencyId, row) }));
		this.#versions.set(agencyId, versions);
		return versions;
	}

	#open(agencyId: string, row: SealedSecretRow): string | null {
		const place = `${agencyId} ${row.id} ${row.version}`;
		const present = this.#opened.get(place);
		if (present?.sealed.equals(row.sealed)) return present.text;
		try {
			const text = open(row.sealed, sharedSecretBinding({ ...row, agencyId }), this.#parts.keks);
			this.#opened.set(place, { sealed: row.sealed, text });
			return text;
		} catch (error) {
			if (!(error instanceof EnvelopeError)) throw error;
			this.#parts.onError(error);
			return null;
		}
	}
}
