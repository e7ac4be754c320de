import type { RefusalVerdict } from "#lib/core/keys/refusals.ts";
import { VERDICTS, type VerdictCode } from "#lib/core/verdicts.ts";
import type { RefusalRow } from "#lib/data/key-refusals.ts";
import type { Contact, OlderSecretUse, ScopedUse, UseCount } from "#lib/data/usage.ts";
import { scopesOf } from "./asked-scopes.ts";

/** Verdicts that name a key. */
export type MeteredVerdict = Exclude<VerdictCode, "NOT_FOUND">;

export const METERED_VERDICTS = (Object.keys(VERDICTS) as VerdictCode[]).filter(
	(code) => code !== "NOT_FOUND",
);

const HOUR_MS = 3_600_000;
/** Different addresses of one key in one batch; uses from further ones count all the same. */
const SIGHTINGS_MAX = 100;
/** Refusals of one key in one batch that can be asked about later: the last ones. */
const REFUSALS_MAX = 50;

type Sighting = { address: string | null; client: string; firstAt: number; lastAt: number };

/** Uses of a secret that was rotated away, whatever they were answered: whoever sends it has to be told of the new one. */
type OlderSighting = {
	secretId: string;
	address: string | null;
	client: string;
	uses: number;
	lastAt: number;
};

/** A refusal that people can ask about by its request's id. */
export type Refusal = {
	requestId: string;
	verdict: RefusalVerdict;
	rule: string;
	about: string;
	address: string | null;
	client: string;
	at: number;
};

/** The uses of one key in one hour, until they are written. */
export type KeyMeter = {
	readonly agencyId: string;
	readonly keyId: string;
	/** The hour, in milliseconds since 1970. */
	readonly hour: number;
	/** What is collected together; a meter of an earlier collection counts no more. */
	readonly collection: number;
	readonly uses: Record<MeteredVerdict, number>;
	/** The scopes that good uses asked for, as bits, and when one last did. */
	scopes: number;
	scopesAt: number;
	/** The last sighting, since most uses of a key are like the one before. */
	last: Sighting | null;
	/** Few, so that looking through them is quick. */
	readonly sightings: Sighting[];
	/** Null until an older secret is used, since hardly any key has one. */
	older: OlderSighting[] | null;
	/** The last refusals, in a ring; null until there is one. */
	refusals: Refusal[] | null;
	refused: number;
};

export const hourOf = (at: number) => at - (at % HOUR_MS);

export const isOfHour = (meter: KeyMeter, at: number) => at >= meter.hour && at < meter.hour + HOUR_MS;

export const makeMeter = (agencyId: string, keyId: string, hour: number, collection: number): KeyMeter => ({
	agencyId,
	keyId,
	hour,
	collection,
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
	scopes: 0,
	scopesAt: 0,
	last: null,
	sightings: [],
	older: null,
	refusals: null,
	refused: 0,
});

/** How many rows of its own, beside the counts, a meter is written as. */
export const countDetails = ({ sightings, older, refusals }: KeyMeter) =>
	sightings.length + (older?.length ?? 0) + (refusals?.length ?? 0);

/**
 * Notes a good use: when, from where, by what. One more address than is kept counts as one that could not be told: the key
 * was used all the same. Returns how many addresses have been added to the meter, none or one.
 */
export function sight(meter: KeyMeter, at: number, address: string | null, client: string, mayAdd: boolean) {
	const { last, sightings } = meter;
	if (last !== null && last.address === address && last.client === client) {
		last.lastAt = at;
		return 0;
	}
	const sightingOf = (one: string | null) => sightings.find((present) => present.address === one);
	const isKept = mayAdd && sightings.length < SIGHTINGS_MAX;
	let sighting = sightingOf(address) ?? (isKept ? undefined : sightingOf(null));
	const isNew = sighting === undefined;
	if (!sighting) {
		sighting = { address: isKept ? address : null, client: "", firstAt: at, lastAt: at };
		sightings.push(sighting);
	}
	sighting.lastAt = at;
	if (sighting.client !== client) sighting.client = copyOf(client);
	meter.last = sighting;
	return isNew ? 1 : 0;
}

/** Notes a use of a secret that is not the key's current one. Returns how many addresses have been added to the meter. */
export function sightOlder(
	meter: KeyMeter,
	secretId: string,
	at: number,
	address: string | null,
	client: string,
	mayAdd: boolean,
) {
	meter.older ??= [];
	let sighting = meter.older.find((one) => one.address === address && one.secretId === secretId);
	const isNew = sighting === undefined;
	if (!sighting) {
		if (!mayAdd || meter.older.length >= SIGHTINGS_MAX) return 0;
		sighting = { secretId, address, client: copyOf(client), uses: 0, lastAt: at };
		meter.older.push(sighting);
	} else if (sighting.client !== client) {
		sighting.client = copyOf(client);
	}
	sighting.uses++;
	sighting.lastAt = at;
	return isNew ? 1 : 0;
}

/** Keeps a refusal in the place of the oldest one, if need be. Returns how many have been added to the meter. */
export function keepRefusal(meter: KeyMeter, refusal: Refusal, mayAdd: boolean) {
	meter.refusals ??= [];
	const { refusals } = meter;
	const isNew = mayAdd && refusals.length < REFUSALS_MAX;
	if (!isNew && refusals.length === 0) return 0;
	const place = isNew ? refusals.length : meter.refused % refusals.length;
	refusals[place] = { ...refusal, client: copyOf(refusal.client) };
	meter.refused++;
	return isNew ? 1 : 0;
}

/** A part of a header keeps all of the header in memory; a copy does not. */
const copyOf = (text: string) => Buffer.from(text, "latin1").toString("latin1");

/** What the meters say, as it is written. */
export function readMeters(meters: Iterable<KeyMeter>) {
	const counts: UseCount[] = [];
	const contacts = new Map<string, Contact>();
	const older = new Map<string, OlderSecretUse>();
	const scoped: ScopedUse[] = [];
	const refusals: RefusalRow[] = [];
	for (const meter of meters) {
		readCounts(meter, counts);
		// A batch that goes over the full hour has two meters of one key, the earlier one first.
		readSightings(meter, contacts);
		readOlder(meter, older);
		readScopes(meter, scoped);
		readRefusals(meter, refusals);
	}
	return { counts, contacts: [...contacts.values()], older: [...older.values()], scoped, refusals };
}

const keyOf = ({ agencyId, keyId }: KeyMeter) => ({ agency_id: agencyId, key_id: keyId });

function readCounts(meter: KeyMeter, counts: UseCount[]) {
	const hour = new Date(meter.hour).toISOString();
	for (const verdict of METERED_VERDICTS) {
		const uses = meter.uses[verdict];
		if (uses > 0) counts.push({ ...keyOf(meter), hour, verdict, uses });
	}
}

function readSightings(meter: KeyMeter, contacts: Map<string, Contact>) {
	for (const { address, client, firstAt, lastAt } of meter.sightings) {
		const name = `${meter.keyId} ${address ?? ""}`;
		contacts.set(name, {
			...keyOf(meter),
			address,
			client,
			first_at: contacts.get(name)?.first_at ?? new Date(firstAt).toISOString(),
			last_at: new Date(lastAt).toISOString(),
		});
	}
}

function readOlder(meter: KeyMeter, older: Map<string, OlderSecretUse>) {
	for (const { secretId, address, client, uses, lastAt } of meter.older ?? []) {
		const name = `${secretId} ${address ?? ""}`;
		older.set(name, {
			...keyOf(meter),
			secret_id: secretId,
			address: address ?? "",
			client,
			uses: uses + (older.get(name)?.uses ?? 0),
			last_at: new Date(lastAt).toISOString(),
		});
	}
}

function readScopes(meter: KeyMeter, scoped: ScopedUse[]) {
	if (meter.scopes === 0) return;
	const last_at = new Date(meter.scopesAt).toISOString();
	scoped.push({ ...keyOf(meter), scopes: scopesOf(meter.scopes), last_at });
}

function readRefusals(meter: KeyMeter, refusals: RefusalRow[]) {
	for (const { requestId, at, ...refusal } of meter.refusals ?? []) {
		refusals.push({ ...keyOf(meter), request_id: requestId, ...refusal, at: new Date(at).toISOString() });
	}
}
