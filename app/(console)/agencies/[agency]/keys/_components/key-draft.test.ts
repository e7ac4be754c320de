import { expect, test } from "vitest";
import type { KeySummary } from "#lib/core/keys/key.ts";
import { draftInput, draftOfKey, emptyDraft, expiryDays } from "./key-draft.ts";

const key: KeySummary = {
	id: "1",
	level: "AGENCY",
	location: null,
	chosenLocations: null,
	title: "Billing sync",
	description: "",
	labels: [],
	role: "ADMIN",
	scopes: ["contacts.readonly"],
	allowedAddresses: [],
	rateLimit: null,
	creditsRemaining: 40,
	refill: { amount: 100, every: "MONTH", day: 31 },
	refillsAt: "2026-03-31T00:00:00.000Z",
	status: "Active",
	masked: "lk_agy_••••abcd",
	expiresAt: null,
	revokedReason: null,
	lastUsedAt: null,
	createdAt: "2026-03-02T12:00:00.000Z",
	createdByName: "Ada",
	inactivity: { days: null, exempt: false },
	deletesAt: null,
	rotateEveryDays: null,
	version: 1,
};

const sent = (changes: Partial<ReturnType<typeof draftOfKey>>) =>
	draftInput({ ...draftOfKey(key), ...changes }, "AGENCY");

// Sending back what was seen would return credits that were spent meanwhile, and void those that processes hold.
test("an edit sends neither credits nor refill when both are left as they were", () => {
	expect(Object.keys(sent({ title: "Renamed" }))).not.toContain("credits");
	expect(Object.keys(sent({ title: "Renamed" }))).not.toContain("refill");
});

test("an edit sends of credits and refill what was changed", () => {
	expect(sent({ refillAmount: "200" })).toMatchObject({ refill: { amount: 200, every: "MONTH", day: 31 } });
	expect(sent({ refillDay: "1" })).toMatchObject({ refill: { amount: 100, every: "MONTH", day: 1 } });
	expect(sent({ refill: "DAY" })).toMatchObject({ refill: { amount: 100, every: "DAY" } });
	expect(sent({ refill: "never" })).toMatchObject({ refill: null });
	expect(sent({ refill: "never" })).not.toHaveProperty("credits");
	expect(sent({ credits: "50" })).toMatchObject({ credits: 50 });
	expect(sent({ credits: "50" })).not.toHaveProperty("refill");
});

test("a key whose credits are taken away loses its refill", () => {
	expect(sent({ credits: " " })).toMatchObject({ credits: null, refill: null });
});

test("an amount that was left empty is sent for the server to refuse", () => {
	const draft = { ...emptyDraft(null), credits: "5", refill: "DAY" as const };

	expect(draftInput(draft, "AGENCY")).toMatchObject({ credits: 5, refill: { amount: 0, every: "DAY" } });
});

test.each([
	[null, [30, 60, 90, 365], "never"],
	[3_650, [30, 60, 90, 365, 3_650], "3650"],
	[90, [30, 60, 90], "90"],
	[45, [30, 45], "45"],
	[1, [1], "1"],
])(
	"where keys end after at most %s days, a new key ends as late as it may",
	(keyDaysMax, choices, chosen) => {
		expect(expiryDays(keyDaysMax)).toEqual(choices);
		expect(emptyDraft(null, keyDaysMax).expiry).toBe(chosen);
	},
);

test("a key follows its agency's period unless it has one of its own, or is exempt", () => {
	const days = { inactivityDays: "200" };
	expect(sent(days)).toMatchObject({ inactivityDays: null, inactivityExempt: false });
	expect(sent({ ...days, inactivity: "own" })).toMatchObject({
		inactivityDays: 200,
		inactivityExempt: false,
	});
	expect(sent({ ...days, inactivity: "exempt" })).toMatchObject({
		inactivityDays: null,
		inactivityExempt: true,
	});
	expect(sent({ inactivity: "own" })).toMatchObject({ inactivityDays: 0 });
});

test("without days there is no reminder to rotate", () => {
	expect(sent({})).toMatchObject({ rotateEveryDays: null });
	expect(sent({ rotateEveryDays: "90" })).toMatchObject({ rotateEveryDays: 90 });
});
