import { newId } from "#lib/core/ids.ts";
import type { House, Named } from "./house.ts";
import type { Stage } from "./stage.ts";

export const LEVELS = ["AGENCY", "LOCATION"] as const;
export type Level = (typeof LEVELS)[number];

export type Target = {
	name: string;
	level: Level;
	agency: Named;
	/** The location, for what lies in one. */
	location: Named | null;
	/** Of what the call is about: the place itself, or the thing in it, which goes when its place goes. */
	state: "living" | "deleted" | "non-existent" | "gone with its place";
	isAtHome: boolean;
};

const nowhere = (slug: string): Named => ({ id: newId(), slug: `${slug}-999999`, name: "nowhere" });

/** Places of every kind: those that the address names. */
export function placeTargets({ home, abroad, gone }: Stage, level: Level): Target[] {
	const at = (name: string, house: House, state: Target["state"], location: Named | null = null): Target => ({
		name,
		level,
		agency: house.agency,
		location: level === "AGENCY" ? null : location,
		state,
		isAtHome: house === home,
	});
	const never = at("non-existent", home, "non-existent", nowhere("name-of-a-location"));
	if (level === "AGENCY") {
		return [
			at("own", home, "living"),
			at("foreign", abroad, "living"),
			at("deleted", gone, "deleted"),
			{ ...never, agency: nowhere("agency") },
		];
	}
	return [
		at("own", home, "living", home.location),
		at("sibling", home, "living", home.sibling),
		at("foreign", abroad, "living", abroad.location),
		at("foreign by an address at home", home, "non-existent", abroad.location),
		at("deleted", home, "deleted", home.deletedLocation),
		at("of a deleted agency", gone, "deleted", gone.location),
		never,
	];
}

/** Things of every kind, in places of every kind. */
export function thingTargets(stage: Stage, level: Level): Target[] {
	const own = { level, agency: stage.home.agency, isAtHome: true };
	const location = level === "AGENCY" ? null : stage.home.location;
	const inPlaces = placeTargets(stage, level).flatMap((place): Target[] => {
		if (place.state === "non-existent") return [];
		if (place.state === "living") return [place];
		return [{ ...place, name: `of a place that is ${place.name}`, state: "gone with its place" }];
	});
	return [
		...inPlaces,
		{ ...own, name: "deleted", location, state: "deleted" },
		{ ...own, name: "non-existent", location, state: "non-existent" },
	];
}
