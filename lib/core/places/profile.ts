import { z } from "zod";
import { Email } from "../people/email.ts";
import { multiLine } from "../text.ts";

/** One line of text, possibly none. */
const line = (max: number, name: string) =>
	multiLine(max, name).refine((text) => !text.includes("\n"), { error: `${name} is one line.` });

function isTimezone(name: string) {
	try {
		return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
	} catch {
		return false;
	}
}

const NETWORKS = [
	"facebookUrl",
	"googlePlus",
	"linkedIn",
	"foursquare",
	"twitter",
	"yelp",
	"instagram",
	"youtube",
	"pinterest",
	"blogRss",
	"googlePlacesId",
] as const;

const SETTINGS = [
	"allowDuplicateContact",
	"allowDuplicateOpportunity",
	"allowFacebookNameMerge",
	"disableContactTimezone",
] as const;

const EMAIL_ERROR = "Enter an e-mail address, such as name@example.com, or nothing.";
const TIMEZONE_ERROR = "Name a time zone, such as Europe/Berlin, or nothing.";

/**
 * What a location tells about itself besides its name, as far as anybody said. In a change, what is left out stays, and an
 * empty text takes a member away.
 */
export const LocationProfile = z
	.object({
		email: z.union([z.literal(""), Email], { error: EMAIL_ERROR }),
		phone: line(40, "The phone number"),
		website: line(300, "The website"),
		timezone: line(60, "The time zone").refine((name) => name === "" || isTimezone(name), {
			error: TIMEZONE_ERROR,
		}),
		address: line(200, "The address"),
		city: line(100, "The city"),
		state: line(100, "The state"),
		country: line(60, "The country"),
		postalCode: line(20, "The postal code"),
		firstName: line(100, "The first name"),
		lastName: line(100, "The last name"),
		social: z.partialRecord(z.enum(NETWORKS), line(300, "The address")),
		settings: z.partialRecord(z.enum(SETTINGS), z.boolean()),
	})
	.partial();

export type LocationProfile = z.infer<typeof LocationProfile>;

/** A profile after a change. */
export function changeProfile(before: LocationProfile, change: LocationProfile): LocationProfile {
	const social = said({ ...before.social, ...change.social });
	const settings = said({ ...before.settings, ...change.settings });
	return said({ ...before, ...change, social, settings });
}

const NOTHING: readonly unknown[] = [undefined, "", "{}"];

/** What is left when members that say nothing are taken away. */
const said = <T extends object>(members: T) =>
	Object.fromEntries(
		Object.entries(members).filter(
			([, value]) => !NOTHING.includes(typeof value === "object" ? JSON.stringify(value) : value),
		),
	) as Partial<T>;
