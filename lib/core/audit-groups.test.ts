import { expect, test } from "vitest";
import { AUDIT_ACTIONS } from "./audit.ts";
import { AUDIT_GROUPS } from "./audit-groups.ts";

test("every action belongs to a group, so that a filter reaches it", () => {
	const grouped = new Set<string>(Object.values(AUDIT_GROUPS).flat());

	expect(AUDIT_ACTIONS.filter((action) => !grouped.has(action))).toEqual([]);
});
