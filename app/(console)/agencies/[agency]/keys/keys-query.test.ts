import { expect, test } from "vitest";
import { agencyKeyQuery, loadKeysSearch } from "./keys-query.ts";

const LOCATIONS = [{ id: "0197a000-0000-7000-8000-000000000001", slug: "spa" }];
const askedBy = (search: string) => {
	const { tab, ...rest } = loadKeysSearch(new URLSearchParams(search));
	return agencyKeyQuery({ ...rest, tab }, LOCATIONS).locationId;
};

test("an address that names a location asks for its keys, and one without for those of all", () => {
	const asked = [askedBy("tab=location&location=spa"), askedBy("tab=location")];

	expect(asked).toEqual([LOCATIONS[0]?.id, undefined]);
});

test("a location that is gone does not widen a list to the keys of all the others", () => {
	const asked = askedBy("tab=location&location=closed&status=Inactive");

	expect(asked).toMatch(/^[0-]+$/);
});
