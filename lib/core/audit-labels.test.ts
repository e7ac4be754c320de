import { expect, test } from "vitest";
import { AUDIT_ACTIONS } from "./audit.ts";
import { AUDIT_GROUPS } from "./audit-labels.ts";

test("every action belongs to a group, so that a filter reaches it", () => {
	const grouped = new Set<string>(Object.values(AUDIT_GROUPS).flatMap(({ actions }) => actions));

	expect(AUDIT_ACTIONS.filter((action) => !grouped.has(action))).toEqual([]);
});
