import { expect, test } from "vitest";
import { type BulkChange, type BulkResult, resultOfRetry } from "./bulk-change.ts";

const refused = (code: "not_found" | "conflict"): BulkResult => ({
	keyId: "key",
	outcome: "refused",
	code,
	why: "No.",
});

test.each<[BulkChange["kind"], "not_found" | "conflict", BulkResult["outcome"]]>([
	["delete", "not_found", "done"],
	["delete", "conflict", "refused"],
	["revoke", "conflict", "unchanged"],
	["revoke", "not_found", "refused"],
	["endIn", "conflict", "unchanged"],
	["switchOff", "conflict", "refused"],
	["label", "conflict", "refused"],
])("sent once more, %s that is refused as %s counts as %s", (kind, code, outcome) => {
	expect(resultOfRetry(refused(code), "Till", kind)).toMatchObject({ keyId: "key", outcome });
});
