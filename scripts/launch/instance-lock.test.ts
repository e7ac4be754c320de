import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { lockDataDir, runningLauncher } from "./instance-lock.ts";

let dataDir = "";

beforeEach(() => {
	dataDir = mkdtempSync(join(tmpdir(), "latchkey-lock-"));
});

afterEach(() => rmSync(dataDir, { recursive: true }));

test("a second launcher is told which process has the folder", () => {
	lockDataDir(dataDir);

	expect(() => lockDataDir(dataDir)).toThrow(`process ${process.pid}`);
	expect(runningLauncher(dataDir)).toBe(process.pid);
});

test("a folder that was let go can be had again", () => {
	lockDataDir(dataDir).unlock();

	expect(readdirSync(dataDir)).toEqual([]);
	expect(runningLauncher(dataDir)).toBeUndefined();
	expect(lockDataDir(dataDir).wasLeft).toBe(false);
});

test("a lock whose pid belongs to somebody else by now is taken over", () => {
	writeFileSync(join(dataDir, "launcher.lock"), `${process.pid}\nanother birth\n`);

	expect(runningLauncher(dataDir)).toBeUndefined();
	expect(lockDataDir(dataDir).wasLeft).toBe(true);
	expect(() => lockDataDir(dataDir)).toThrow("already runs");
});

test("a lock that was cut off in the middle is taken over", () => {
	writeFileSync(join(dataDir, "launcher.lock"), "");

	expect(lockDataDir(dataDir).wasLeft).toBe(true);
});
