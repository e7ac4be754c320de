import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { readPlaywrightReport, readVitestReport } from "./report.ts";

const dir = mkdtempSync(join(tmpdir(), "latchkey-report-"));
afterAll(() => rmSync(dir, { recursive: true }));

function write(report: unknown): string {
	const file = join(dir, "report.json");
	writeFileSync(file, JSON.stringify(report));
	return file;
}

test("each test counts, and a file that could not be loaded counts as a failure", () => {
	const file = write({
		testResults: [
			{
				name: "a.test.ts",
				status: "failed",
				assertionResults: [
					{ fullName: "holds", status: "passed" },
					{ fullName: "breaks", status: "failed" },
					{ fullName: "waits", status: "pending" },
				],
			},
			{ name: "b.test.ts", status: "failed", assertionResults: [] },
		],
	});

	expect(readVitestReport(file)).toEqual({
		passed: 1,
		failed: ["breaks", "b.test.ts"],
		skipped: ["waits"],
		unsteady: [],
	});
});

test("journeys are named by their path, also those that passed only at their second try", () => {
	const spec = (title: string, status: string) => ({ title, tests: [{ status }] });
	const file = write({
		suites: [
			{
				title: "a.spec.ts",
				specs: [spec("arrives", "expected")],
				suites: [
					{
						title: "by night",
						specs: [spec("arrives", "flaky"), spec("rests", "skipped"), spec("leaves", "unexpected")],
					},
				],
			},
		],
		errors: [{ message: "no browser\nat launch" }],
	});

	expect(readPlaywrightReport(file)).toEqual({
		passed: 2,
		failed: ["a.spec.ts › by night › leaves", "no browser"],
		skipped: ["a.spec.ts › by night › rests"],
		unsteady: ["a.spec.ts › by night › arrives"],
	});
});

test("a run that left no report has none", () => {
	expect(readVitestReport(join(dir, "missing.json"))).toBeUndefined();
});
