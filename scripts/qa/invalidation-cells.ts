import type { Scope } from "#lib/core/scopes.ts";
import {
	type Acknowledged,
	bySql,
	edit,
	endOverlap,
	newLocation,
	type Question,
	remove,
	removeAgency,
	removeCreator,
	removeLocation,
	requireSigning,
	restore,
	resume,
	revoke,
	rotate,
	type Scene,
	setEnabled,
	suspend,
} from "./adapter.ts";
import type { Answer } from "./answers.ts";
import type { Rig } from "./rig.ts";
import { type QaKey, type SeedOptions, seedKeys } from "./seed-keys.ts";

/** One kind of change, and what every instance must say before and after it. */
export type Cell = {
	name: string;
	/** The file of `lib/services` that makes the change; a change by hand has none. */
	service?: string;
	seed?: (scene: Scene) => SeedOptions;
	/** What the key is asked to be good for. Null when it presents itself. */
	question?: (scene: Scene) => Question | null;
	/** Brings the key to where the change begins. */
	prepare?: (rig: Rig, key: QaKey, scene: Scene) => Promise<unknown>;
	change: (rig: Rig, key: QaKey, scene: Scene) => Promise<Acknowledged>;
	/** The part of an answer that changes; its code unless said otherwise. */
	read?: (answer: Answer) => string;
	before: string;
	after: string;
	/** After this change a few answers as before are right. */
	isGradual?: boolean;
};

const MANY = 150;
const CREDITS = 1_000_000;
const HOUR_SECONDS = 3_600;
const END_IN_MS = 400;

const [INSIDE, OUTSIDE] = ["198.51.100.7", "203.0.113.0/24"];
const writing: Pick<Cell, "seed" | "question"> = {
	seed: () => ({ scopes: ["contacts.write"] as Scope[] }),
	question: () => ({ scopes: ["contacts.write"] }),
};
const atLocation: Pick<Cell, "seed"> = { seed: ({ locationId }) => ({ locationId }) };
const withCredits = (credits: number): Pick<Cell, "seed"> => ({ seed: () => ({ credits }) });
const aboutLocation: Pick<Cell, "question"> = { question: ({ locationId }) => ({ locationId }) };
const itself: Pick<Cell, "question"> = { question: () => null };

const byService: Cell[] = [
	{ name: "revoke", service: "keys/revoke.ts", before: "VALID", after: "REVOKED", change: revoke },
	{
		name: "disable",
		service: "keys/set-enabled.ts",
		before: "VALID",
		after: "DISABLED",
		change: (rig, key) => setEnabled(rig, key, false),
	},
	{
		name: "enable",
		service: "keys/set-enabled.ts",
		seed: () => ({ enabled: false }),
		before: "DISABLED",
		after: "VALID",
		change: (rig, key) => setEnabled(rig, key, true),
	},
	{ name: "delete", service: "keys/delete.ts", before: "VALID", after: "NOT_FOUND", change: remove },
	{
		name: "restore",
		service: "keys/restore.ts",
		prepare: remove,
		before: "NOT_FOUND",
		after: "VALID",
		change: restore,
	},
	{
		name: "rotate without an overlap",
		service: "keys/rotate.ts",
		before: "VALID",
		after: "NOT_FOUND",
		change: (rig, key) => rotate(rig, key, 0),
	},
	{
		name: "rotate again during an overlap",
		service: "keys/rotate.ts",
		prepare: (rig, key) => rotate(rig, key, HOUR_SECONDS),
		before: "VALID",
		after: "NOT_FOUND",
		change: (rig, key) => rotate(rig, key, HOUR_SECONDS),
	},
	{
		name: "overlap ended",
		service: "keys/end-overlap.ts",
		prepare: (rig, key) => rotate(rig, key, HOUR_SECONDS),
		before: "VALID",
		after: "NOT_FOUND",
		change: endOverlap,
	},
	{
		name: "creator removed",
		service: "people/remove-from-agency.ts",
		before: "VALID",
		after: "DISABLED",
		change: removeCreator,
	},
	{
		name: "location created",
		service: "locations/create.ts",
		read: ({ facts }) => String(facts.locationIds?.length),
		before: "1",
		after: "2",
		change: (rig, _key, scene) => newLocation(rig, scene),
	},
	{
		name: "location suspended by its agency",
		service: "locations/suspend.ts",
		...atLocation,
		before: "VALID",
		after: "SUSPENDED",
		change: (rig, _key, scene) => suspend(rig, scene),
	},
	{
		name: "location suspended by its agency, under an agency key",
		service: "locations/suspend.ts",
		...aboutLocation,
		before: "VALID",
		after: "SUSPENDED",
		change: (rig, _key, scene) => suspend(rig, scene),
	},
	{
		name: "location resumed",
		service: "locations/resume.ts",
		...atLocation,
		prepare: (rig, _key, scene) => suspend(rig, scene),
		before: "SUSPENDED",
		after: "VALID",
		change: (rig, _key, scene) => resume(rig, scene),
	},
	{
		name: "location deleted by its agency",
		service: "locations/delete.ts",
		...atLocation,
		before: "VALID",
		after: "NOT_FOUND",
		change: (rig, _key, scene) => removeLocation(rig, scene),
	},
	{
		name: "agency deleted",
		service: "agencies/delete.ts",
		...itself,
		before: "VALID",
		after: "NOT_FOUND",
		change: (rig, _key, scene) => removeAgency(rig, scene),
	},
	{
		name: "signed requests required",
		service: "shared-secret/require-signed-requests.ts",
		...itself,
		before: "VALID",
		after: "signature_refused",
		change: (rig, key) => requireSigning(rig, key, true),
	},
	{
		name: "signed requests no longer required",
		service: "shared-secret/require-signed-requests.ts",
		...itself,
		prepare: (rig, key) => requireSigning(rig, key, true),
		before: "signature_refused",
		after: "VALID",
		change: (rig, key) => requireSigning(rig, key, false),
	},
];

const byEdit: Cell[] = [
	{
		name: "title edited",
		read: ({ facts }: Answer) => (facts.title === "Renamed" ? "renamed" : "as before"),
		before: "as before",
		after: "renamed",
		change: (rig: Rig, key: QaKey) => edit(rig, key, { title: "Renamed" }),
	},
	{
		name: "scopes edited",
		...writing,
		before: "VALID",
		after: "INSUFFICIENT_PERMISSIONS",
		change: (rig: Rig, key: QaKey) => edit(rig, key, { scopes: ["contacts.readonly"] }),
	},
	{
		name: "role edited",
		...writing,
		before: "VALID",
		after: "INSUFFICIENT_PERMISSIONS",
		change: (rig: Rig, key: QaKey) => edit(rig, key, { role: "READONLY" }),
	},
	{
		name: "addresses edited",
		question: () => ({ clientIp: INSIDE }),
		before: "VALID",
		after: "FORBIDDEN",
		change: (rig: Rig, key: QaKey) => edit(rig, key, { allowedAddresses: [OUTSIDE] }),
	},
	{
		name: "locations edited",
		...aboutLocation,
		before: "VALID",
		after: "FORBIDDEN",
		change: async (rig: Rig, key: QaKey, scene: Scene) => {
			const { id } = await newLocation(rig, scene);
			return edit(rig, key, { allLocations: false, locationIds: [id] });
		},
	},
	{
		name: "end date edited",
		before: "VALID",
		after: "EXPIRED",
		change: async (rig: Rig, key: QaKey) => {
			const endsAt = performance.now() + END_IN_MS;
			const ack = await edit(rig, key, { expiresAt: new Date(Date.now() + END_IN_MS) });
			return { ...ack, ackAt: Math.max(ack.ackAt, endsAt), certainAt: Math.max(ack.certainAt, endsAt + 250) };
		},
	},
	{
		name: "rate limit edited",
		isGradual: true,
		before: "VALID",
		after: "RATE_LIMITED",
		change: (rig: Rig, key: QaKey) => edit(rig, key, { rateLimit: { max: 1, seconds: HOUR_SECONDS } }),
	},
	{
		name: "credits taken away",
		...withCredits(CREDITS),
		before: "VALID",
		after: "USAGE_EXCEEDED",
		change: (rig: Rig, key: QaKey) => edit(rig, key, { credits: 0 }),
	},
	{
		name: "credits given",
		...withCredits(0),
		before: "USAGE_EXCEEDED",
		after: "VALID",
		change: (rig: Rig, key: QaKey) => edit(rig, key, { credits: CREDITS }),
	},
].map((cell) => ({ ...cell, service: "keys/edit.ts" }));

const set =
	(statement: string, of: (key: QaKey, scene: Scene) => string) => (rig: Rig, key: QaKey, scene: Scene) =>
		bySql(rig, statement, [of(key, scene)]);
const keyId = ({ id }: QaKey) => id;
const locationId = (_key: QaKey, scene: Scene) => scene.locationId;
const agencyId = (_key: QaKey, scene: Scene) => scene.agencyId;

const byHand: Cell[] = [
	{
		name: "location suspended",
		...atLocation,
		before: "VALID",
		after: "SUSPENDED",
		change: set("update locations set suspended_at = now() where id = $1", locationId),
	},
	{
		name: "location opened again",
		...atLocation,
		prepare: set("update locations set suspended_at = now() where id = $1", locationId),
		before: "SUSPENDED",
		after: "VALID",
		change: set("update locations set suspended_at = null where id = $1", locationId),
	},
	{
		name: "location suspended under an agency key",
		...aboutLocation,
		before: "VALID",
		after: "SUSPENDED",
		change: set("update locations set suspended_at = now() where id = $1", locationId),
	},
	{
		name: "location deleted",
		...atLocation,
		before: "VALID",
		after: "NOT_FOUND",
		change: set("update locations set deleted_at = now() where id = $1", locationId),
	},
	{
		name: "agency suspended",
		...itself,
		before: "VALID",
		after: "SUSPENDED",
		change: set("update agencies set suspended_at = now() where id = $1", agencyId),
	},
	{
		name: "agency opened again",
		...itself,
		prepare: set("update agencies set suspended_at = now() where id = $1", agencyId),
		before: "SUSPENDED",
		after: "VALID",
		change: set("update agencies set suspended_at = null where id = $1", agencyId),
	},
	{
		name: "key disabled by hand",
		before: "VALID",
		after: "DISABLED",
		change: set("update api_keys set enabled = false where id = $1", keyId),
	},
	{
		name: "key row deleted by hand",
		before: "VALID",
		after: "NOT_FOUND",
		change: set("delete from api_keys where id = $1", keyId),
	},
	{
		name: "secret ended by hand",
		before: "VALID",
		after: "NOT_FOUND",
		change: set("update key_secrets set ends_at = now() where key_id = $1", keyId),
	},
	{
		name: "secret deleted by hand",
		before: "VALID",
		after: "NOT_FOUND",
		change: set("delete from key_secrets where key_id = $1", keyId),
	},
	{
		name: "chosen location taken away by hand",
		...aboutLocation,
		prepare: (rig, key, scene) => edit(rig, key, { allLocations: false, locationIds: [scene.locationId] }),
		before: "VALID",
		after: "FORBIDDEN",
		change: set("delete from key_locations where key_id = $1", keyId),
	},
	{
		name: "credits taken away by hand",
		...withCredits(CREDITS),
		before: "VALID",
		after: "USAGE_EXCEEDED",
		change: set("update key_credits set remaining = 0 where key_id = $1", keyId),
	},
	{
		name: `${MANY} keys revoked in one statement`,
		...itself,
		prepare: (rig, _key, scene) => seedKeys(rig, scene.agencyId, MANY),
		before: "VALID",
		after: "REVOKED",
		change: set("update api_keys set revoked_at = now() where agency_id = $1", agencyId),
	},
];

export const CELLS: readonly Cell[] = [...byService, ...byEdit, ...byHand];

const SECRETS_ARE_ASKED_FOR = "the database says with each signature whether its version counts";

/** Services that write what verification never reads, with the reason; a test of its own covers a new key. */
export const HARMLESS: Record<string, string> = {
	"agencies/create.ts": "a new agency has no keys",
	"agencies/rename.ts": "no verdict tells the agency's name",
	"audit/export.ts": "looking changes nothing",
	"audit/record-refusal.ts": "nothing is changed by what was refused",
	"keys/delete-unused.ts": "goes the way of the deletion and of the restore that cells try",
	"keys/export.ts": "looking changes nothing",
	"keys/keep-alive.ts": "no verdict depends on since when a key is idle",
	"keys/create.ts": "no instance can have asked about a key that did not exist; the check tries it apart",
	"key-reviews/begin.ts": "a review writes down what others changed",
	"key-reviews/drop.ts": "a review writes down what others changed",
	"key-reviews/export.ts": "looking changes nothing",
	"key-reviews/finish.ts": "a review writes down what others changed",
	"keys/label.ts": "no verdict tells a key's labels",
	"keys/move-credits.ts": "writes the quota as the edit does that a cell tries",
	"keys/replace.ts": "gives the old key an end date, as the edit does that a cell tries",
	"keys/purge-tokens.ts": "what goes for good had ended more than a day before",
	"keys/purge-trash.ts": "what goes for good was refused from the moment it was deleted",
	"keys/revoke-leaked.ts": "goes the way of the revocation that a cell tries",
	"keys/extend-overlap.ts": "an instance that has not heard of it ends the secret too early, never too late",
	"locations/edit.ts": "no verdict tells a location's profile",
	"locations/rename.ts": "no verdict tells a location's name",
	"people/add-to-agency.ts": "people's rights are no part of a key's verdict",
	"people/add-to-location.ts": "people's rights are no part of a key's verdict",
	"policies/edit.ts": "policies bind changes of keys, not their use",
	"shared-secret/end-overlap.ts": SECRETS_ARE_ASKED_FOR,
	"shared-secret/read-current.ts": SECRETS_ARE_ASKED_FOR,
	"shared-secret/reveal.ts": "looking changes nothing",
	"shared-secret/rotate.ts": SECRETS_ARE_ASKED_FOR,
	"invitations/invite.ts": "an offer changes nobody's keys",
	"invitations/resend.ts": "an offer changes nobody's keys",
	"invitations/withdraw.ts": "an offer changes nobody's keys",
	"invitations/take-up.ts": "people's rights are no part of a key's verdict",
	"people/change-agency-role.ts": "people's rights are no part of a key's verdict",
	"people/change-location-role.ts": "people's rights are no part of a key's verdict",
	"people/create-member.ts": "people's rights are no part of a key's verdict",
	"people/set-roles.ts": "goes the way of the removal that a cell tries",
	"people/hand-over.ts": "people's rights are no part of a key's verdict",
	"people/issue-reset-link.ts": "a password is no part of a key's verdict",
	"people/leave-agency.ts": "goes the way of the removal that a cell tries",
	"people/leave-location.ts": "goes the way of the removal that a cell tries",
	"people/remove-from-location.ts": "goes the way of the removal that a cell tries",
	"webhooks/change-endpoint.ts": "webhooks are told of keys, and change none",
	"webhooks/create.ts": "webhooks are told of keys, and change none",
	"webhooks/delete.ts": "webhooks are told of keys, and change none",
	"webhooks/requeue.ts": "webhooks are told of keys, and change none",
};
