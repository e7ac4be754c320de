import { expect, test } from "vitest";
import { afterCall, CALL_DELAYS_MS } from "./call-retries.ts";

test.each([200, 204, 299])("an answer of %i is the end of it", (status) => {
	expect(afterCall(status, 1)).toEqual({ kind: "done" });
});

test.each([null, 302, 404, 429, 500])(
	"after %s it is called again, later and later, five times in all",
	(status) => {
		const pauses = CALL_DELAYS_MS.map((_, index) => afterCall(status, index + 1));

		expect(pauses).toEqual(CALL_DELAYS_MS.map((afterMs) => ({ kind: "again", afterMs })));
		expect(afterCall(status, CALL_DELAYS_MS.length + 1)).toEqual({ kind: "failed" });
	},
);

test("a receiver that is gone is not called again", () => {
	expect(afterCall(410, 1)).toEqual({ kind: "failed" });
});
