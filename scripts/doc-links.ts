import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { runAsProgram } from "./program.ts";

const ROOT = process.argv[2] ?? join(import.meta.dirname, "..");
const SKIPPED = new Set(["node_modules"]);

/** A path of ours named in running text: `lib/verify/decide.ts`, but no patterns such as `lib/*.ts`. */
const CODE_PATH = /`((?:app|lib|scripts|prisma|docs|components|e2e)\/[^`\s*<>{}$…]*[^`\s*<>{}$….:,])`/g;
const LINK = /\[[^\]]*\]\(\s*<?([^)\s>]+)>?(?:\s+"[^"]*")?\s*\)/g;
const REFERENCE = /^\s*\[[^\]]+\]:\s+(\S+)/gm;
const HEADING = /^#{1,6}\s+(.+?)\s*#*$/gm;
const ANCHOR = /<a\s+(?:id|name)="([^"]+)"/g;

/** Holds every page against the files it speaks of. */
await runAsProgram(async () => {
	const pages = findPages(ROOT);
	const findings = pages.flatMap(deadReferences);
	for (const finding of findings) console.error(finding);
	if (findings.length === 0) console.log(`The links of ${pages.length} pages lead somewhere.`);
	return findings.length === 0 ? 0 : 1;
});

function findPages(dir: string): string[] {
	return readdirSync(dir, { withFileTypes: true }).flatMap((entry) => {
		if (SKIPPED.has(entry.name) || (entry.isDirectory() && entry.name.startsWith("."))) return [];
		const path = join(dir, entry.name);
		if (entry.isDirectory()) return findPages(path);
		return entry.name.endsWith(".md") ? [path] : [];
	});
}

function deadReferences(page: string): string[] {
	const text = readFileSync(page, "utf8").replaceAll(/^(```|~~~)[\s\S]*?^\1.*$/gm, "");
	const prose = text.replaceAll(/`[^`\n]*`/g, "");
	const links = [...prose.matchAll(LINK), ...prose.matchAll(REFERENCE)].map(([, target = ""]) => target);
	const paths = [...text.matchAll(CODE_PATH)].map(([, path = ""]) => path);
	return [
		...links.filter((target) => !isExternal(target) && !resolves(page, target)),
		...paths.filter((path) => !existsSync(join(ROOT, path.replace(/[#:].*$/, "")))),
	].map((target) => `${relative(ROOT, page)}: ${target} leads nowhere`);
}

function isExternal(target: string): boolean {
	return /^[a-z][a-z+.-]*:/i.test(target);
}

function resolves(page: string, target: string): boolean {
	const [path = "", anchor] = decodeURI(target).split("#");
	const file = path === "" ? page : path.startsWith("/") ? join(ROOT, path) : resolve(dirname(page), path);
	if (!existsSync(file)) return false;
	if (!anchor || statSync(file).isDirectory() || !file.endsWith(".md")) return true;
	return anchorsOf(readFileSync(file, "utf8")).has(anchor.toLowerCase());
}

/** As GitHub makes them: lower case, punctuation gone, spaces as hyphens, repeated ones numbered. */
function anchorsOf(text: string): Set<string> {
	const anchors = new Set([...text.matchAll(ANCHOR)].map(([, id = ""]) => id.toLowerCase()));
	const seen = new Map<string, number>();
	for (const [, heading = ""] of text.replaceAll(/^(```|~~~)[\s\S]*?^\1.*$/gm, "").matchAll(HEADING)) {
		const words = heading.replaceAll(/\[([^\]]*)\]\([^)]*\)/g, "$1").replaceAll(/[`*]/g, "");
		const slug = words
			.toLowerCase()
			.replaceAll(/[^\p{L}\p{N}\s_-]/gu, "")
			.trim()
			.replaceAll(/\s/g, "-");
		const count = seen.get(slug) ?? 0;
		seen.set(slug, count + 1);
		anchors.add(count === 0 ? slug : `${slug}-${count}`);
	}
	return anchors;
}
