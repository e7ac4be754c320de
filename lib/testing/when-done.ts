import { afterAll, expect, onTestFinished } from "vitest";

/** Runs `work` when the test that is under way is over; outside of tests, when all of the file is. */
export function whenDone(work: () => unknown) {
	if (expect.getState().currentTestName === undefined) afterAll(async () => void (await work()));
	else onTestFinished(async () => void (await work()));
}
