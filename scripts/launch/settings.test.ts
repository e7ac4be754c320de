import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { Refusal } from "../processes.ts";
import { settingsFrom } from "./settings.ts";

let dataDir: string;
beforeEach(() => {
	dataDir = mkdtempSync(join(tmpdir(), "latchkey-settings-"));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

test("the first start makes a secret and later ones keep it", () => {
	const { secrets } = settingsFrom({ DATA_DIR: dataDir });
	mkdirSync(join(dataDir, "postgres"));

	expect(readFileSync(join(dataDir, "secret"), "utf8").trim()).toBe(secrets);
	expect(settingsFrom({ DATA_DIR: dataDir }).secrets).toBe(secrets);
});

test("a secret that is lost is not made anew: nothing in the database could be read with it", () => {
	mkdirSync(join(dataDir, "postgres"));

	expect(() => settingsFrom({ DATA_DIR: dataDir })).toThrow(Refusal);
	expect(existsSync(join(dataDir, "secret"))).toBe(false);
});
