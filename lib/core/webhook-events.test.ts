import { expect, test } from "vitest";
import { AUDIT_ACTIONS } from "./audit.ts";
import { eventOfChange, WEBHOOK_EVENTS } from "./webhook-events.ts";

// Whoever adds a way to change a key decides here whether webhooks hear of it.
test("webhooks hear of every change of a key but its purging, and of nothing else", () => {
	const untold = AUDIT_ACTIONS.filter((action) => eventOfChange(action) === null);

	expect(untold.filter((action) => action.startsWith("key."))).toEqual(["key.purge"]);
	expect(AUDIT_ACTIONS.filter((action) => !untold.includes(action) && !action.startsWith("key."))).toEqual(
		[],
	);
});

test("every event but those that are no change of a key comes from a change", () => {
	const told = new Set(AUDIT_ACTIONS.map(eventOfChange));

	expect(WEBHOOK_EVENTS.filter((type) => !told.has(type))).toEqual([
		"key.expiring",
		"key.used_from_new_address",
	]);
});
