import type { RefusalRule, RefusalVerdict } from "#lib/core/keys/refusals.ts";
import type { Scope } from "#lib/core/scopes.ts";

export type Refused = {
	verdict: RefusalVerdict;
	rule: RefusalRule;
	about: string;
	/** On each day of the habit, and in the last 24 hours instead. */
	perDay: number;
	lately: number;
};

/** How a demo key is used. */
export type Habit = {
	title: string;
	fromDaysAgo: number;
	/** 0 up to now. */
	toDaysAgo: number;
	/** Of UTC, and how often in one of them on a working day. */
	hours: readonly number[];
	perHour: number;
	/** Of a weekend day's uses to a working day's. */
	weekend: number;
	/** The one that it was used from last comes first. */
	senders: readonly { address: string; client: string }[];
	scopes: readonly Scope[];
	refused?: Refused;
};

const hours = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, hour) => from + hour);
const ALL_DAY = hours(0, 23);
const AT_WORK = hours(7, 18);

/** The days of two months. Addresses are those of documentation: nobody has them. */
export const HABITS: readonly Habit[] = [
	{
		title: "API gateway",
		fromDaysAgo: 60,
		toDaysAgo: 0,
		hours: ALL_DAY,
		perHour: 46,
		weekend: 0.55,
		senders: [
			{ address: "198.51.100.20", client: "nginx/1.28" },
			{ address: "198.51.100.21", client: "nginx/1.28" },
		],
		scopes: ["keys.verify"],
	},
	{
		title: "Reporting export",
		fromDaysAgo: 60,
		toDaysAgo: 0,
		hours: [2],
		perHour: 180,
		weekend: 1,
		senders: [{ address: "203.0.113.80", client: "python-requests/2.32" }],
		scopes: ["contacts.readonly", "forms.readonly"],
	},
	{
		title: "Migration from the old CRM",
		fromDaysAgo: 60,
		toDaysAgo: 52,
		hours: hours(9, 16),
		perHour: 240,
		weekend: 0,
		senders: [{ address: "203.0.113.81", client: "migrate/0.4" }],
		scopes: ["contacts.write", "forms.write", "links.write"],
	},
	{
		title: "Partner sandbox",
		fromDaysAgo: 44,
		toDaysAgo: 0,
		hours: [],
		perHour: 0,
		weekend: 1,
		senders: [{ address: "192.0.2.61", client: "partner-client/2.1" }],
		scopes: [],
		refused: { verdict: "DISABLED", rule: "switched_off", about: "", perDay: 4, lately: 4 },
	},
	{
		title: "Trade fair app",
		fromDaysAgo: 24,
		toDaysAgo: 0,
		hours: AT_WORK,
		perHour: 9,
		weekend: 0.2,
		senders: [
			{ address: "192.0.2.30", client: "TradeFair/3.2 (iPad)" },
			{ address: "192.0.2.31", client: "TradeFair/3.1 (iPad)" },
		],
		scopes: ["contacts.write"],
	},
	{
		title: "Booking widget",
		fromDaysAgo: 84,
		toDaysAgo: 82,
		hours: AT_WORK,
		perHour: 2,
		weekend: 1,
		senders: [{ address: "192.0.2.44", client: "Mozilla/5.0" }],
		scopes: ["contacts.readonly"],
	},
	{
		title: "Website contact form",
		fromDaysAgo: 29,
		toDaysAgo: 0,
		hours: ALL_DAY,
		perHour: 3,
		weekend: 0.8,
		senders: [{ address: "198.51.100.7", client: "harbour-site/5.0" }],
		scopes: ["contacts.write", "forms.write"],
	},
	{
		title: "Front desk tablet",
		fromDaysAgo: 11,
		toDaysAgo: 0,
		hours: AT_WORK,
		perHour: 7,
		weekend: 0,
		senders: [{ address: "203.0.113.14", client: "FrontDesk/1.8" }],
		scopes: ["contacts.readonly"],
	},
	{
		title: "Summer campaign",
		fromDaysAgo: 39,
		toDaysAgo: 0,
		hours: AT_WORK,
		perHour: 5,
		weekend: 0.4,
		senders: [{ address: "203.0.113.90", client: "campaigns/2.0" }],
		scopes: ["contacts.readonly"],
		refused: {
			verdict: "INSUFFICIENT_PERMISSIONS",
			rule: "scope_missing",
			about: "contacts.write",
			perDay: 1,
			lately: 38,
		},
	},
	{
		title: "Newsletter tool",
		fromDaysAgo: 60,
		toDaysAgo: 31,
		hours: [6, 14],
		perHour: 60,
		weekend: 1,
		senders: [{ address: "203.0.113.120", client: "mailer/7" }],
		scopes: ["contacts.readonly", "links.readonly"],
	},
];
