import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { ROOT } from "../launch/child.ts";

const Routes = z.record(z.string(), z.string());
const Action = z.object({
	filename: z.string(),
	exportedName: z.string(),
	workers: z.record(z.string(), z.unknown()),
});
const Actions = z.object({ node: z.record(z.string(), Action), edge: z.record(z.string(), Action) });

export type BuiltAction = {
	id: string;
	/** The file and the export, as the table names it. */
	name: string;
	/** The patterns of the pages that carry it. */
	pages: string[];
};

const read = (file: string): unknown => JSON.parse(readFileSync(join(ROOT, ".next", file), "utf8"));

/** Everything in the build that answers a request. */
export type Manifest = { pages: string[]; routes: string[]; actions: BuiltAction[] };

/** What the framework says that it built, which is not for anybody to leave something out of. */
export function readManifest(): Manifest {
	const built = Object.entries(Routes.parse(read("app-path-routes-manifest.json")));
	const ending = (end: string) => built.filter(([file]) => file.endsWith(end)).map(([, pattern]) => pattern);
	const patterns = new Map(built);
	const { node, edge } = Actions.parse(read("server/server-reference-manifest.json"));
	const actions = Object.entries({ ...node, ...edge }).map(([id, { filename, exportedName, workers }]) => ({
		id,
		name: `${filename}#${exportedName}`,
		pages: Object.keys(workers).map((file) => patterns.get(file.replace(/^app/, "")) ?? file),
	}));
	return { pages: ending("/page"), routes: ending("/route"), actions };
}
