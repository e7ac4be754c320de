import { expect, test } from "vitest";
import { DEFAULT_SETTINGS, readSettings, writeSettings } from "./table-settings.ts";

test("what is written is read again", () => {
	const settings = {
		isDense: true,
		columns: DEFAULT_SETTINGS.columns.toReversed().map((one, at) => ({ ...one, isShown: at % 2 === 0 })),
	};

	expect(readSettings(writeSettings(settings))).toEqual(settings);
});

test.each([undefined, "", "nonsense", "[]", "…".repeat(5_000)])("%j reads as nobody's wish", (text) => {
	expect(readSettings(text)).toEqual(DEFAULT_SETTINGS);
});

test("a column that is named twice counts once, and new ones come last", () => {
	const { columns } = readSettings("-status.role.status");

	expect(columns.slice(0, 3)).toEqual([
		{ name: "status", isShown: false },
		{ name: "role", isShown: true },
		{ name: "location", isShown: true },
	]);
	expect(columns).toHaveLength(DEFAULT_SETTINGS.columns.length);
});
