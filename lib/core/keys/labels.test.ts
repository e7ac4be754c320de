import { describe, expect, test } from "vitest";
import { LABEL_MAX, LABELS_MAX } from "./key.ts";
import { changedLabels, Labels } from "./labels.ts";

const many = (count: number) => Array.from({ length: count }, (_, at) => `label ${at}`);

describe("labels", () => {
	test("are trimmed, and one that differs in case alone is the same", () => {
		expect(Labels.parse([" Billing ", "billing", "CRM"])).toEqual(["Billing", "CRM"]);
	});

	test.each([
		["too many", many(LABELS_MAX + 1)],
		["an empty one", [" "]],
		["one that is too long", ["x".repeat(LABEL_MAX + 1)]],
		["one that turns text around", ["a\u202eb"]],
	])("%s is refused", (_, labels) => {
		expect(Labels.safeParse(labels).success).toBe(false);
	});

	test("are added to and taken away however they are written", () => {
		const labels = changedLabels(["Billing", "Old"], { add: ["BILLING", "new"], remove: ["old"] });

		expect(labels).toEqual(["Billing", "new"]);
	});

	test("stay ten at most", () => {
		expect(() => changedLabels(many(LABELS_MAX), { add: ["one more"], remove: [] })).toThrow(
			"up to 10 labels",
		);
		expect(changedLabels(many(LABELS_MAX), { add: ["one more"], remove: ["label 0"] })).toHaveLength(
			LABELS_MAX,
		);
	});
});
