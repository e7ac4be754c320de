import { AddressList } from "#lib/core/addresses.ts";
import type { KeyLevel, KeyRole } from "#lib/core/keys/key.ts";
import { ProgramLimits } from "#lib/core/keys/program-limits.ts";
import { capScopes, type Scope } from "#lib/core/scopes.ts";
import type { SecretRow } from "#lib/data/verify-lookup.ts";
import { Shared } from "./shared.ts";

/** Ids of locations, and how they read as JSON. */
export class LocationList {
	readonly ids: readonly string[];
	readonly #set: Set<string>;
	#json: string | undefined;

	constructor(ids: readonly string[]) {
		this.ids = ids;
		this.#set = new Set(ids);
	}

	has(id: string) {
		return this.#set.has(id);
	}

	get json() {
		this.#json ??= JSON.stringify(this.ids);
		return this.#json;
	}
}

/** What all keys of an agency have in common, held once and brought up to date for all of them. */
export type AgencyFacts = {
	readonly id: string;
	/** Goes up when something of it changes: a key that was read under an earlier one has to be read again. */
	version: number;
	suspended: boolean;
	/** Whether its keys are good in signed requests alone. */
	requiresSignatures: boolean;
	/** Those that are not deleted. */
	locations: LocationList;
	suspendedLocations: LocationList;
};

/** The facts of its agency that a row carries. */
export const agencyFactsOf = (row: SecretRow): AgencyFacts => ({
	id: row.agency_id,
	version: 0,
	suspended: row.agency_suspended,
	requiresSignatures: row.agency_requires_signatures,
	locations: new LocationList(row.agency_location_ids ?? []),
	suspendedLocations: new LocationList(row.suspended_location_ids ?? []),
});

/** The scopes that a key really holds: READONLY caps whatever is stored. */
export class ScopeSet {
	readonly list: readonly Scope[];
	readonly json: string;
	/** The scopes and what they include. */
	readonly #held: Set<string>;

	constructor(list: readonly Scope[]) {
		this.list = list;
		this.json = JSON.stringify(list);
		this.#held = new Set(list.flatMap((scope) => [scope, scope.replace(/\.write$/, ".readonly")]));
	}

	has(scope: string) {
		return this.#held.has(scope);
	}
}

/** Why a key is good for nothing, whatever is asked of it. */
export type Standing = "GOOD" | "DELETED" | "REVOKED" | "DISABLED";

/** All that a verdict on a key depends on. Moments are milliseconds since 1970, database time; Infinity is never. */
export type KeyFacts = {
	readonly keyId: string;
	readonly agency: AgencyFacts;
	readonly level: KeyLevel;
	readonly locationId: string | null;
	/** Of an agency key with a chosen list. */
	readonly chosenLocations: LocationList | null;
	readonly title: string;
	readonly role: KeyRole;
	readonly scopes: ScopeSet;
	/** Null lets every address in. */
	readonly addresses: AddressList | null;
	readonly rateLimit: { readonly max: number; readonly seconds: number } | null;
	/** What was left of the quota when it was read; null without one. */
	readonly credits: number | null;
	readonly standing: Standing;
	readonly expiresAt: number;
	readonly secretEndsAt: number;
	/** Null for the key's current secret. */
	readonly olderSecretId: string | null;
	readonly createdAt: number;
	/** Whom it is for, and what is kept with it as JSON, in the words of the program that made it. */
	readonly externalId: string | null;
	readonly meta: string | null;
	/** What that program calls the limit of its own, and the ones that it named besides. */
	readonly programLimits: ProgramLimits | null;
};

/** Makes facts of rows. Parts that many keys have in common are made once and shared. */
export class FactMaker {
	readonly #scopes = new Shared<ScopeSet>();
	readonly #addresses = new Shared<AddressList>();
	readonly #rates = new Shared<{ max: number; seconds: number }>();
	readonly #ids = new Shared<string>();

	key(row: SecretRow, agency: AgencyFacts): KeyFacts {
		const chosen = row.chosen_location_ids?.filter((id) => agency.locations.has(id));
		return {
			keyId: row.key_id,
			agency,
			level: row.level === "AGENCY" ? "AGENCY" : "LOCATION",
			locationId: row.location_id && this.#ids.of(row.location_id, () => row.location_id ?? ""),
			chosenLocations: chosen ? new LocationList(chosen) : null,
			title: row.title,
			role: row.role === "ADMIN" ? "ADMIN" : "READONLY",
			scopes: this.#scopes.of(
				`${row.role} ${row.scopes.join(" ")}`,
				() => new ScopeSet(capScopes(row.scopes as Scope[], row.role)),
			),
			addresses:
				row.allowed_addresses.length === 0
					? null
					: this.#addresses.of(row.allowed_addresses.join(" "), () => new AddressList(row.allowed_addresses)),
			rateLimit: this.#rate(row.rate_limit_max, row.rate_limit_seconds),
			credits: row.credits_remaining === null ? null : Number(row.credits_remaining),
			standing: standingOf(row, agency),
			expiresAt: momentOf(row.expires_at),
			secretEndsAt: momentOf(row.secret_ends_at),
			olderSecretId: row.older_secret_id,
			createdAt: row.created_at.getTime(),
			externalId: row.external_id,
			meta: row.meta,
			programLimits: row.program_limits === null ? null : ProgramLimits.parse(JSON.parse(row.program_limits)),
		};
	}

	#rate(max: number | null, seconds: number | null) {
		if (max === null || seconds === null) return null;
		return this.#rates.of(`${max} ${seconds}`, () => ({ max, seconds }));
	}
}

/** A location key dies with its location. */
function standingOf(row: SecretRow, agency: AgencyFacts): Standing {
	if (row.deleted || (row.location_id && !agency.locations.has(row.location_id))) return "DELETED";
	if (row.revoked) return "REVOKED";
	return row.enabled ? "GOOD" : "DISABLED";
}

const momentOf = (instant: Date | null) => instant?.getTime() ?? Number.POSITIVE_INFINITY;

/** Whether a key acts on a location. */
export const actsOn = (facts: KeyFacts, locationId: string) =>
	facts.level === "LOCATION"
		? facts.locationId === locationId
		: (facts.chosenLocations ?? facts.agency.locations).has(locationId);
