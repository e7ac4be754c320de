import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT, requireChild } from "../../launch/child.ts";
import type { Shutdown } from "../../launch/shutdown.ts";
import { Refusal } from "../../processes.ts";
import { CACHE } from "../world.ts";
import { asMarkdown, type Results } from "./markdown.ts";

const BIOME = join(ROOT, "node_modules/@biomejs/biome/bin/biome");

export const BEGIN = "<!-- begin: written by npm run bench -->";
export const END = "<!-- end -->";

/** A run of all measurements goes to the documents, one of some to the cache. Returns the files. */
export async function writeReport(shutdown: Shutdown, results: Results, isWhole: boolean): Promise<string[]> {
	const markdown = asMarkdown(results);
	const json = `${JSON.stringify(results, null, "\t")}\n`;
	const folder = isWhole ? join(ROOT, "docs") : CACHE;
	const page = join(folder, "benchmarks.md");
	const data = join(folder, "benchmarks.json");
	const present = isWhole && existsSync(page) ? readFileSync(page, "utf8") : `${BEGIN}\n${END}\n`;
	writeFileSync(page, betweenMarkers(present, markdown));
	writeFileSync(data, json);
	if (isWhole)
		await requireChild(shutdown, { name: "The formatter", args: [BIOME, "format", "--write", page, data] });
	return [page, data];
}

/** Puts the text between the page's markers and leaves what people wrote around them. */
export function betweenMarkers(page: string, text: string): string {
	const [from, to] = [page.indexOf(BEGIN), page.indexOf(END)];
	if (from < 0 || to < from) throw new Refusal(`The page of results has lost its markers: ${BEGIN} … ${END}`);
	return `${page.slice(0, from + BEGIN.length)}\n\n${text}\n\n${page.slice(to)}`;
}
