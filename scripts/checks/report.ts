import { existsSync, readFileSync } from "node:fs";
import { z } from "zod";

/** `unsteady` names what passed only when it was tried again: counted as passed, and never kept quiet. */
export type Outcome = { passed: number; failed: string[]; skipped: string[]; unsteady: string[] };

const NOTHING: Outcome = { passed: 0, failed: [], skipped: [], unsteady: [] };
export const passed = (): Outcome => ({ ...NOTHING, passed: 1 });
export const failed = (name: string): Outcome => ({ ...NOTHING, failed: [name] });

export function sum(outcomes: Outcome[]): Outcome {
	return {
		passed: outcomes.reduce((total, outcome) => total + outcome.passed, 0),
		failed: outcomes.flatMap((outcome) => outcome.failed),
		skipped: outcomes.flatMap((outcome) => outcome.skipped),
		unsteady: outcomes.flatMap((outcome) => outcome.unsteady),
	};
}

const VitestReport = z.object({
	testResults: z.array(
		z.object({
			name: z.string(),
			status: z.string(),
			assertionResults: z.array(z.object({ fullName: z.string(), status: z.string() })),
		}),
	),
});

/** Each test counts; a file that could not be loaded counts as one failure. */
export function readVitestReport(file: string): Outcome | undefined {
	const report = readJson(file, VitestReport);
	if (!report) return undefined;
	const tests = report.testResults.flatMap(({ assertionResults }) => assertionResults);
	const unloaded = report.testResults.filter(
		(each) => each.status === "failed" && each.assertionResults.every((test) => test.status !== "failed"),
	);
	return {
		passed: tests.filter(({ status }) => status === "passed").length,
		failed: [
			...tests.filter(({ status }) => status === "failed").map(({ fullName }) => fullName),
			...unloaded.map(({ name }) => name),
		],
		skipped: tests
			.filter(({ status }) => !["passed", "failed"].includes(status))
			.map(({ fullName }) => fullName),
		unsteady: [],
	};
}

const QaReport = z.object({
	passed: z.number(),
	failed: z.array(z.string()),
	skipped: z.array(z.string()),
});

export function readQaReport(file: string): Outcome | undefined {
	const report = readJson(file, QaReport);
	return report && { ...report, unsteady: [] };
}

type Suite = {
	title: string;
	specs?: { title: string; tests: { status: string }[] }[] | undefined;
	suites?: Suite[] | undefined;
};

const Suite: z.ZodType<Suite> = z.lazy(() =>
	z.object({
		title: z.string(),
		specs: z
			.array(z.object({ title: z.string(), tests: z.array(z.object({ status: z.string() })) }))
			.optional(),
		suites: z.array(Suite).optional(),
	}),
);

const PlaywrightReport = z.object({
	suites: z.array(Suite),
	errors: z.array(z.object({ message: z.string().optional() })),
});

export function readPlaywrightReport(file: string): Outcome | undefined {
	const report = readJson(file, PlaywrightReport);
	if (!report) return undefined;
	const tests = report.suites.flatMap((suite) => testsOf(suite, []));
	return {
		passed: tests.filter(({ status }) => ["expected", "flaky"].includes(status)).length,
		failed: [
			...tests.filter(({ status }) => status === "unexpected").map(({ name }) => name),
			...report.errors.map(({ message }) => message?.split("\n", 1)[0] ?? "an error outside of the journeys"),
		],
		skipped: tests.filter(({ status }) => status === "skipped").map(({ name }) => name),
		unsteady: tests.filter(({ status }) => status === "flaky").map(({ name }) => name),
	};
}

function testsOf(suite: Suite, above: string[]): { name: string; status: string }[] {
	const path = [...above, suite.title];
	const own = (suite.specs ?? []).flatMap(({ title, tests }) =>
		tests.map(({ status }) => ({ name: [...path, title].join(" › "), status })),
	);
	return [...own, ...(suite.suites ?? []).flatMap((inner) => testsOf(inner, path))];
}

function readJson<T>(file: string, schema: z.ZodType<T>): T | undefined {
	if (!existsSync(file)) return undefined;
	return schema.safeParse(JSON.parse(readFileSync(file, "utf8"))).data;
}
