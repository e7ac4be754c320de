import type { KeyLevel, KeyRole, KeySummary } from "#lib/core/keys/key.ts";
import { isSameRefill, type Refill } from "#lib/core/keys/refill.ts";
import { capScopes, SCOPES, type Scope } from "#lib/core/scopes.ts";

const EXPIRY_DAYS = [30, 60, 90, 365];
const DAY_MS = 86_400_000;

export type RefillChoice = "never" | Refill["every"];
export type InactivityChoice = "agency" | "own" | "exempt";
export type ExpiryChoice = "never" | `${number}` | "date" | "keep";

/** A key as the form holds it: what was typed, not what it means. */
export type KeyDraft = {
	title: string;
	description: string;
	labels: string[];
	locationId: string | null;
	allLocations: boolean;
	locationIds: string[];
	role: KeyRole;
	scopes: Scope[];
	expiry: ExpiryChoice;
	/** `2026-11-12`, for the choice "date". */
	expiryDate: string;
	/** The end date that the key has, for the choice "keep". */
	expiresAt: string | null;
	addresses: string;
	rateMax: string;
	rateSeconds: string;
	credits: string;
	/** The credits that the form opened with. Left as they were they are not sent: uses spend them meanwhile. */
	creditsSeen: string | null;
	refill: RefillChoice;
	refillAmount: string;
	refillDay: string;
	/** The refill that the form opened with; left as it was it is not sent. */
	refillSeen: Refill | null;
	inactivity: InactivityChoice;
	inactivityDays: string;
	rotateEveryDays: string;
};

/** The choices of days that a policy leaves, the longest last. */
export const expiryDays = (keyDaysMax: number | null) =>
	keyDaysMax === null ? EXPIRY_DAYS : [...EXPIRY_DAYS.filter((days) => days < keyDaysMax), keyDaysMax];

/** A new key. It lives as long as the policy allows, unless somebody chooses otherwise. */
export const emptyDraft = (locationId: string | null, keyDaysMax: number | null = null): KeyDraft => ({
	title: "",
	description: "",
	labels: [],
	locationId,
	allLocations: true,
	locationIds: [],
	role: "READONLY",
	scopes: [],
	expiry: keyDaysMax === null ? "never" : `${keyDaysMax}`,
	expiryDate: "",
	expiresAt: null,
	addresses: "",
	rateMax: "",
	rateSeconds: "60",
	credits: "",
	creditsSeen: null,
	refill: "never",
	refillAmount: "",
	refillDay: "1",
	refillSeen: null,
	inactivity: "agency",
	inactivityDays: "",
	rotateEveryDays: "",
});

export const draftOfKey = (key: KeySummary): KeyDraft => ({
	...emptyDraft(key.location?.id ?? null),
	title: key.title,
	description: key.description,
	labels: key.labels,
	allLocations: key.chosenLocations === null,
	locationIds: key.chosenLocations?.map((location) => location.id) ?? [],
	role: key.role,
	scopes: SCOPES.filter((scope) => key.scopes.includes(scope)),
	expiry: key.expiresAt ? "keep" : "never",
	expiresAt: key.expiresAt,
	addresses: key.allowedAddresses.join("\n"),
	rateMax: key.rateLimit ? String(key.rateLimit.max) : "",
	rateSeconds: String(key.rateLimit?.seconds ?? 60),
	credits: creditsText(key),
	creditsSeen: creditsText(key),
	refill: key.refill?.every ?? "never",
	refillAmount: key.refill ? String(key.refill.amount) : "",
	refillDay: key.refill?.every === "MONTH" ? String(key.refill.day) : "1",
	refillSeen: key.refill,
	inactivity: inactivityOf(key),
	inactivityDays: key.inactivity.days === null ? "" : String(key.inactivity.days),
	rotateEveryDays: key.rotateEveryDays === null ? "" : String(key.rotateEveryDays),
});

function inactivityOf({ inactivity: { exempt, days } }: KeySummary): InactivityChoice {
	if (exempt) return "exempt";
	return days === null ? "agency" : "own";
}

const creditsText = ({ creditsRemaining }: KeySummary) =>
	creditsRemaining === null ? "" : String(creditsRemaining);

/** What the key will hold once its role has capped what is ticked. */
export const heldScopes = (draft: KeyDraft) => capScopes(draft.scopes, draft.role);

/** The last second of the chosen day where the reader is, or the words that the server will refuse. */
export function expiryMoment(draft: KeyDraft, now: number): string | null {
	if (draft.expiry === "never") return null;
	if (draft.expiry === "keep") return draft.expiresAt;
	if (draft.expiry !== "date") return new Date(now + Number(draft.expiry) * DAY_MS).toISOString();
	const end = new Date(`${draft.expiryDate}T23:59:59`);
	return Number.isNaN(end.getTime()) ? draft.expiryDate : end.toISOString();
}

/** A key whose uses are not counted has nothing to refill. */
function refillInput({ credits, refill, refillAmount, refillDay }: KeyDraft): Refill | null {
	if (refill === "never" || credits.trim() === "") return null;
	const amount = Number(refillAmount);
	return refill === "DAY" ? { amount, every: "DAY" } : { amount, every: "MONTH", day: Number(refillDay) };
}

/** What the actions take, apart from what only a new key or only an edit has. */
export function draftInput(draft: KeyDraft, level: KeyLevel) {
	const refill = refillInput(draft);
	return {
		title: draft.title,
		description: draft.description,
		labels: draft.labels,
		allLocations: level === "AGENCY" && draft.allLocations,
		locationIds: level === "AGENCY" && !draft.allLocations ? draft.locationIds : [],
		role: draft.role,
		scopes: heldScopes(draft),
		expiresAt: expiryMoment(draft, Date.now()),
		allowedAddresses: draft.addresses.split(/[\n,]/).flatMap((line) => line.trim() || []),
		rateLimit:
			draft.rateMax.trim() === "" ? null : { max: Number(draft.rateMax), seconds: Number(draft.rateSeconds) },
		...(draft.credits !== draft.creditsSeen && {
			credits: draft.credits.trim() === "" ? null : Number(draft.credits),
		}),
		...(!isSameRefill(refill, draft.refillSeen) && { refill }),
		inactivityExempt: draft.inactivity === "exempt",
		inactivityDays: draft.inactivity === "own" ? Number(draft.inactivityDays) : null,
		rotateEveryDays: draft.rotateEveryDays.trim() === "" ? null : Number(draft.rotateEveryDays),
	};
}
