import { freeSlug, slugOf } from "../slug.ts";
import { multiLine, singleLine } from "../text.ts";

export const LOCATION_VALUES_MAX = 500;
const VALUE_MAX = 5_000;

export const LocationValueName = singleLine(80, "The name");
export const LocationValueText = multiLine(VALUE_MAX, "The value");

/** A text that a location keeps under a name. */
export type LocationValue = {
	id: string;
	locationId: string;
	name: string;
	/** `custom_values.<slug>`; it stays when the name changes. */
	fieldKey: string;
	value: string;
};

/** What programs name a new value by: made from its name, and never of two. */
export const valueKeyOf = (name: string, taken: ReadonlySet<string>) =>
	freeSlug(`custom_values.${slugOf(name, "value").replaceAll("-", "_")}`, taken);
