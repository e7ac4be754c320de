import { LRUCache } from "lru-cache";
import type { Change } from "#lib/data/changes/message.ts";
import type { SecretRow } from "#lib/data/verify-lookup.ts";
import { type AgencyFacts, agencyFactsOf, FactMaker, type KeyFacts } from "./key-facts.ts";
import type { KeyMeter } from "./key-meter.ts";

const UNKNOWN_MAX = 10_000;
const UNKNOWN_MS = 1_000;
/** What an entry takes without its texts, in bytes: measured, rounded up. */
const ENTRY_BYTES = 450;
/** What a limit that a program named takes, with a name of the usual length. */
const LIMIT_BYTES = 250;

/** A secret whose facts are in memory. */
export type KnownKey = KeyFacts & {
	/** When its facts were asked for, in `performance.now()`. */
	readonly readAt: number;
	readonly epoch: number;
	/** Of its agency's facts, when it was read. */
	readonly agencyVersion: number;
	/** Another secret of the same key. */
	sibling: KnownKey | null;
	/** Where its uses are counted until the next flush. */
	meter: KeyMeter | null;
	readonly id: string;
};

/** Whether something of its agency has changed since the key was read. */
export const isStale = ({ agency, agencyVersion }: KnownKey) => agency.version !== agencyVersion;

export type Bounds = { entries: number; bytes: number };

/**
 * Secrets by a digest of their text, bounded in number and size, the longest unused leaving first. Texts that are known to
 * be no key are kept apart, few and for a second, so that guessing pushes out nothing that is in use.
 */
export class Memory {
	readonly #known: LRUCache<string, KnownKey>;
	readonly #unknown = new LRUCache<string, true>({ max: UNKNOWN_MAX, ttl: UNKNOWN_MS });
	/** The first secret of each key; others hang on it. */
	readonly #byKey = new Map<string, KnownKey>();
	readonly #agencies = new Map<string, { facts: AgencyFacts; keys: number }>();
	readonly #maker = new FactMaker();

	constructor({ entries, bytes }: Bounds) {
		this.#known = new LRUCache<string, KnownKey>({
			max: entries,
			maxSize: bytes,
			sizeCalculation: ({ title, externalId, meta, programLimits, chosenLocations }) =>
				ENTRY_BYTES +
				title.length +
				(externalId?.length ?? 0) +
				(meta?.length ?? 0) +
				(programLimits?.named?.length ?? 0) * LIMIT_BYTES +
				(chosenLocations?.ids.length ?? 0) * 100,
			dispose: (known) => this.#unlink(known),
		});
	}

	get entries() {
		return this.#known.size;
	}

	get bytes() {
		return this.#known.calculatedSize;
	}

	find(id: string) {
		return this.#known.get(id);
	}

	/** Whether exactly this is still what is known. */
	holds(known: KnownKey) {
		return this.#known.peek(known.id) === known;
	}

	isUnknown(id: string) {
		return this.#unknown.has(id);
	}

	setUnknown(id: string) {
		this.#known.delete(id);
		this.#unknown.set(id, true);
	}

	/** Takes over what a look-up brought. `agencyRow` is the row that carries the facts of its agency. */
	set(
		id: string,
		row: SecretRow,
		agencyRow: SecretRow,
		{ readAt, epoch }: { readAt: number; epoch: number },
	) {
		const agency = this.#agencyOf(agencyRow);
		const facts = this.#maker.key(row, agency.facts);
		const agencyVersion = agency.facts.version;
		const known: KnownKey = { ...facts, agencyVersion, readAt, epoch, sibling: null, meter: null, id };
		// Counted first: setting may drop the entry before, which must not be the agency's last.
		agency.keys++;
		this.#known.set(id, known);
		// One that alone is larger than the bounds is answered and not kept.
		if (this.holds(known)) this.#link(known);
		else this.#leaveAgency(known);
		return known;
	}

	/** Forgets what a change was told of. */
	forget(change: Change) {
		if (change.kind === "all") return this.clear();
		if (change.kind === "agency") return this.#outdate(change.agencyId);
		for (const keyId of change.keyIds) {
			for (let known = this.#byKey.get(keyId); known; known = this.#byKey.get(keyId)) {
				this.#known.delete(known.id);
			}
		}
	}

	clear() {
		this.#known.clear();
		this.#unknown.clear();
	}

	#agencyOf(row: SecretRow) {
		const present = this.#agencies.get(row.agency_id);
		if (present && isSame(present.facts, row)) return present;
		const facts = agencyFactsOf(row);
		if (present) {
			Object.assign(present.facts, { ...facts, version: present.facts.version });
			this.#outdate(row.agency_id);
			return present;
		}
		const made = { facts, keys: 0 };
		this.#agencies.set(row.agency_id, made);
		return made;
	}

	/** Keys that were read before are read again when they are asked for next. */
	#outdate(agencyId: string) {
		const present = this.#agencies.get(agencyId);
		if (present) present.facts.version++;
	}

	#link(known: KnownKey) {
		known.sibling = this.#byKey.get(known.keyId) ?? null;
		this.#byKey.set(known.keyId, known);
	}

	#unlink(known: KnownKey) {
		const first = this.#byKey.get(known.keyId);
		if (first === known) {
			if (known.sibling) this.#byKey.set(known.keyId, known.sibling);
			else this.#byKey.delete(known.keyId);
		} else {
			for (let other = first ?? null; other; other = other.sibling) {
				if (other.sibling === known) other.sibling = known.sibling;
			}
		}
		this.#leaveAgency(known);
	}

	#leaveAgency(known: KnownKey) {
		const agency = this.#agencies.get(known.agency.id);
		if (agency?.facts !== known.agency) return;
		agency.keys--;
		if (agency.keys === 0) this.#agencies.delete(known.agency.id);
	}
}

const isSame = (facts: AgencyFacts, row: SecretRow) =>
	facts.suspended === row.agency_suspended &&
	facts.requiresSignatures === row.agency_requires_signatures &&
	isSameList(facts.locations.ids, row.agency_location_ids) &&
	isSameList(facts.suspendedLocations.ids, row.suspended_location_ids);

const isSameList = (before: readonly string[], now: readonly string[] | null) =>
	before.length === (now?.length ?? 0) && before.every((id, index) => id === now?.[index]);
