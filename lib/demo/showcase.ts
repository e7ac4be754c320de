import type { KeyRole } from "#lib/core/keys/key.ts";
import type { Scope } from "#lib/core/scopes.ts";
import type { Context } from "#lib/data/context.ts";
import { createKey } from "#lib/services/keys/create.ts";
import { revokeKey } from "#lib/services/keys/revoke.ts";
import { setKeyEnabled } from "#lib/services/keys/set-enabled.ts";

const DAY_MS = 86_400_000;
/** When keys were switched off or revoked: after the last of them was made. */
const STATES_DAYS_AGO = 9;

type Example = {
	title: string;
	description: string;
	role: KeyRole;
	scopes: Scope[];
	/** Index into the demo's locations; undefined for an agency key. */
	location?: number;
	/** Agency keys: the locations it is limited to; undefined for all. */
	limitedTo?: number[];
	createdDaysAgo: number;
	expiresInDays?: number;
	state?: "off" | "revoked";
};

const EXAMPLES: Example[] = [
	{
		title: "API gateway",
		description: "Asks on every request whether a key is good.",
		role: "READONLY",
		scopes: ["keys.verify"],
		createdDaysAgo: 70,
	},
	{
		title: "Reporting export",
		description: "Nightly read of contacts and form submissions.",
		role: "READONLY",
		scopes: ["contacts.readonly", "forms.readonly", "usage.readonly"],
		limitedTo: [0, 1],
		createdDaysAgo: 64,
		expiresInDays: 26,
	},
	{
		title: "Migration from the old CRM",
		description: "Used once.",
		role: "ADMIN",
		scopes: ["contacts.write", "forms.write", "links.write"],
		createdDaysAgo: 72,
		expiresInDays: -20,
	},
	{
		title: "Partner sandbox",
		description: "Switched off until the partner is back.",
		role: "ADMIN",
		scopes: ["contacts.readonly", "workflows.write"],
		createdDaysAgo: 45,
		state: "off",
	},
	{
		title: "Leaving contractor",
		description: "",
		role: "ADMIN",
		scopes: ["contacts.write", "users.readonly"],
		createdDaysAgo: 300,
		state: "revoked",
	},
	{
		title: "Trade fair app",
		description: "Collects contacts until the fair is over.",
		role: "ADMIN",
		scopes: ["contacts.write"],
		createdDaysAgo: 25,
		expiresInDays: 6,
	},
	{
		title: "Booking widget",
		description: "Nobody remembers where it runs.",
		role: "READONLY",
		scopes: ["contacts.readonly"],
		createdDaysAgo: 130,
	},
	{
		title: "Website contact form",
		description: "Writes what visitors send.",
		role: "ADMIN",
		scopes: ["contacts.write", "forms.write"],
		location: 0,
		createdDaysAgo: 30,
	},
	{
		title: "Front desk tablet",
		description: "Looks up contacts.",
		role: "READONLY",
		scopes: ["contacts.readonly"],
		location: 0,
		createdDaysAgo: 12,
		expiresInDays: 78,
	},
	{
		title: "Summer campaign",
		description: "",
		role: "READONLY",
		scopes: ["contacts.readonly", "links.readonly"],
		location: 0,
		createdDaysAgo: 40,
		expiresInDays: 6,
	},
	{
		title: "Newsletter tool",
		description: "",
		role: "READONLY",
		scopes: ["contacts.readonly", "links.readonly"],
		location: 1,
		createdDaysAgo: 68,
		state: "off",
	},
];

/**
 * Keys in every state, so that the demo's table has something to show. Nobody learns their text. Returns the id of each by
 * its title.
 */
export async function seedShowcase(ctx: Context, locations: { id: string }[]) {
	const ids = new Map<string, string>();
	// The audit log tells of them in this order.
	for (const example of EXAMPLES.toSorted((a, b) => b.createdDaysAgo - a.createdDaysAgo)) {
		const then = { ...ctx, now: new Date(ctx.now.getTime() - example.createdDaysAgo * DAY_MS) };
		const at = (index: number) => locations[index]?.id ?? "";
		const isLocationKey = example.location !== undefined;
		const { expiresInDays } = example;
		const locationId = example.location === undefined ? null : at(example.location);
		const expiresAt =
			expiresInDays === undefined ? null : new Date(ctx.now.getTime() + expiresInDays * DAY_MS);
		const { key } = await createKey(then, {
			level: isLocationKey ? "LOCATION" : "AGENCY",
			locationId,
			title: example.title,
			description: example.description,
			allLocations: !isLocationKey && !example.limitedTo,
			locationIds: example.limitedTo?.map(at) ?? [],
			role: example.role,
			scopes: example.scopes,
			expiresAt,
			allowedAddresses: [],
			rateLimit: null,
			credits: null,
		});
		ids.set(example.title, key.id);
	}
	const lately = { ...ctx, now: new Date(ctx.now.getTime() - STATES_DAYS_AGO * DAY_MS) };
	for (const { title, state } of EXAMPLES) {
		const keyId = ids.get(title) ?? "";
		if (state === "off") await setKeyEnabled(lately, { keyId, enabled: false });
		if (state === "revoked") await revokeKey(lately, { keyId, reason: "The contract ended" });
	}
	return ids;
}
