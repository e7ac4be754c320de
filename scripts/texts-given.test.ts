import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { expect, test } from "vitest";

const ROOT = join(import.meta.dirname, "..");
const IMPORT = /^\s*(?:import|export)\s+(?!type\b)[^;'"]*?from\s+"([^"]+)"|import\("([^"]+)"\)/gm;
const GIVEN = /areas=\{\[([^\]]*)\]\}|EVERYWHERE = \[([^\]]*)\]/g;
const SAID = /^(?!\s*\/?\*).*useTranslations\("(\w+)/gm;

type Source = { leadsTo: string[]; given: string[]; said: string[] };
const sources = new Map<string, Source>();

/** What a file loads, at once or later, and which texts it sends along and says. */
function sourceOf(file: string): Source {
	const known = sources.get(file);
	if (known) return known;
	const text = readFileSync(file, "utf8");
	const source = {
		leadsTo: [...text.matchAll(IMPORT)].flatMap(([, named, later]) => target(file, named ?? later ?? "")),
		given: [...text.matchAll(GIVEN)].flatMap(([, areas, all]) => (areas ?? all ?? "").match(/\w+/g) ?? []),
		said: [...text.matchAll(SAID)].map(([, area]) => area ?? ""),
	};
	sources.set(file, source);
	return source;
}

/** The file of ours that an import leads to. */
function target(from: string, name: string) {
	if (!/^[#.].*\.tsx?$/.test(name)) return [];
	const file = name.startsWith("#") ? join(ROOT, name.slice(1)) : resolve(dirname(from), name);
	return existsSync(file) ? [file] : [];
}

function reachableFrom(files: readonly string[]) {
	const found = new Set(files);
	for (const file of found) for (const next of sourceOf(file).leadsTo) found.add(next);
	return [...found];
}

function layoutsAround(page: string) {
	const folders = [dirname(page)];
	for (let at = dirname(page); at !== join(ROOT, "app"); at = dirname(at)) folders.push(dirname(at));
	return folders.map((folder) => join(folder, "layout.tsx")).filter((layout) => existsSync(layout));
}

const pages = globSync("app/**/page.tsx", { cwd: ROOT }).map((path) => join(ROOT, path));

// A client component whose words were not sent along shows the names of its texts in their place.
test.each(pages.map((page) => [relative(ROOT, page), page]))(
	"%s sends along the texts that its client components say",
	(_name, page) => {
		const own = reachableFrom([page]);
		const given = [...own, ...reachableFrom(layoutsAround(page))].flatMap((file) => sourceOf(file).given);

		const missing = own.flatMap((file) =>
			sourceOf(file)
				.said.filter((area) => !given.includes(area))
				.map((area) => `${relative(ROOT, file)} says ${area}`),
		);

		expect(missing).toEqual([]);
	},
);
