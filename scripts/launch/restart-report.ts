import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { writePrivateFile } from "../private-file.ts";

/** How a rolling restart goes: left by the launcher in the data folder for whoever has asked for one. */
const RestartReport = z.discriminatedUnion("state", [
	z.object({ state: z.literal("rolling"), done: z.number(), of: z.number() }),
	z.object({ state: z.literal("done") }),
	z.object({ state: z.literal("refused"), reason: z.string() }),
]);

export type RestartReport = z.infer<typeof RestartReport>;

const fileOf = (dataDir: string) => join(dataDir, "restart.json");

export const writeRestartReport = (dataDir: string, report: RestartReport) =>
	writePrivateFile(fileOf(dataDir), JSON.stringify(report));

/** The report there is; undefined when the launcher has not said anything yet. */
export function readRestartReport(dataDir: string): RestartReport | undefined {
	const file = fileOf(dataDir);
	return existsSync(file) ? RestartReport.parse(JSON.parse(readFileSync(file, "utf8"))) : undefined;
}

export const clearRestartReport = (dataDir: string) => rmSync(fileOf(dataDir), { force: true });
