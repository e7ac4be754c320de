import type { Change } from "#lib/data/changes/message.ts";
import type { SecretRow } from "#lib/data/verify-lookup.ts";

/** Past this many, a look-up that has been under way all the time counts as touched, whatever it found. */
const CHANGES_MAX = 10_000;

/** The changes heard while look-ups are under way: a tombstone for what each of them may have missed. */
export class ChangeLog {
	#changes: Change[] = [];
	/** The number of the first change that is kept. */
	#first = 0;
	readonly #running: number[] = [];

	add(change: Change) {
		if (this.#running.length === 0) return;
		this.#changes.push(change);
		if (this.#changes.length > CHANGES_MAX) this.#forgetUntil(this.#first + CHANGES_MAX / 2);
	}

	/** A look-up begins. Returns the place in the log from which on it may have missed changes. */
	begin() {
		const place = this.#first + this.#changes.length;
		this.#running.push(place);
		return place;
	}

	end(place: number) {
		this.#running.splice(this.#running.indexOf(place), 1);
		this.#forgetUntil(Math.min(this.#first + this.#changes.length, ...this.#running));
	}

	/** Whether a change that was heard since may concern what the look-up found; of nothing, that is never so. */
	touches(since: number, row: SecretRow | null) {
		if (since < this.#first) return true;
		for (let place = since - this.#first; place < this.#changes.length; place++) {
			const change = this.#changes[place];
			if (change && concerns(change, row)) return true;
		}
		return false;
	}

	#forgetUntil(place: number) {
		if (place <= this.#first) return;
		this.#changes.splice(0, place - this.#first);
		this.#first = place;
	}
}

function concerns(change: Change, row: SecretRow | null) {
	if (change.kind === "all") return true;
	if (!row) return false;
	return change.kind === "agency" ? change.agencyId === row.agency_id : change.keyIds.includes(row.key_id);
}
