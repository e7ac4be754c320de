import { VERDICTS, type VerdictCode } from "#lib/core/verdicts.ts";
import type { Contact, UseCount } from "#lib/data/usage.ts";

/** Verdicts that name a key. */
export type MeteredVerdict = Exclude<VerdictCode, "NOT_FOUND">;

export const METERED_VERDICTS = (Object.keys(VERDICTS) as VerdictCode[]).filter(
	(code) => code !== "NOT_FOUND",
);

const HOUR_MS = 3_600_000;
/** Different addresses of one key in one batch; uses from further ones count all the same. */
const CONTACTS_MAX = 100;

type Sighting = { address: string | null; client: string; firstAt: number; lastAt: number };

/** The uses of one key in one hour, until they are written. */
export type KeyMeter = {
	readonly agencyId: string;
	readonly keyId: string;
	/** The hour, in milliseconds since 1970. */
	readonly hour: number;
	/** What is written together; a meter of an earlier batch counts no more. */
	readonly batch: number;
	readonly uses: Record<MeteredVerdict, number>;
	/** The last sighting, since most uses of a key are like the one before. */
	last: Sighting | null;
	readonly sightings: Map<string, Sighting>;
};

export const hourOf = (at: number) => at - (at % HOUR_MS);

export const isOfHour = (meter: KeyMeter, at: number) => at >= meter.hour && at < meter.hour + HOUR_MS;

export const makeMeter = (agencyId: string, keyId: string, hour: number, batch: number): KeyMeter => ({
	agencyId,
	keyId,
	hour,
	batch,
	uses: {
		VALID: 0,
		REVOKED: 0,
		DISABLED: 0,
		EXPIRED: 0,
		SUSPENDED: 0,
		FORBIDDEN: 0,
		INSUFFICIENT_PERMISSIONS: 0,
		RATE_LIMITED: 0,
		USAGE_EXCEEDED: 0,
	},
	last: null,
	sightings: new Map(),
});

/** A good use: when, from where, by what. */
export function sight(meter: KeyMeter, at: number, address: string | null, client: string) {
	const { last, sightings } = meter;
	if (last !== null && last.address === address && last.client === client) {
		last.lastAt = at;
		return;
	}
	let sighting = sightings.get(address ?? "");
	if (!sighting) {
		if (sightings.size >= CONTACTS_MAX) return;
		sighting = { address, client, firstAt: at, lastAt: at };
		sightings.set(address ?? "", sighting);
	}
	sighting.lastAt = at;
	sighting.client = client;
	meter.last = sighting;
}

/** What the meters say, as it is written. */
export function readMeters(meters: Iterable<KeyMeter>): { counts: UseCount[]; contacts: Contact[] } {
	const counts: UseCount[] = [];
	const contacts = new Map<string, Contact>();
	for (const { agencyId, keyId, hour, uses, sightings } of meters) {
		const key = { agency_id: agencyId, key_id: keyId };
		for (const verdict of METERED_VERDICTS) {
			if (uses[verdict] > 0) {
				counts.push({ ...key, hour: new Date(hour).toISOString(), verdict, uses: uses[verdict] });
			}
		}
		for (const { address, client, firstAt, lastAt } of sightings.values()) {
			// A batch that goes over the full hour has two meters of one key, the earlier one first.
			const name = `${keyId} ${address ?? ""}`;
			contacts.set(name, {
				...key,
				address,
				client,
				first_at: contacts.get(name)?.first_at ?? new Date(firstAt).toISOString(),
				last_at: new Date(lastAt).toISOString(),
			});
		}
	}
	return { counts, contacts: [...contacts.values()] };
}
