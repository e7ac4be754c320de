import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type LANGUAGES, PLACEHOLDERS } from "#components/samples/example.ts";
import { ERROR_GUIDE, VERDICT_GUIDE } from "#lib/contracts/error-guide.ts";
import { ERRORS_GUIDE } from "../errors/guide.ts";
import { anchorOf, type Block } from "./guide.ts";
import { GUIDES } from "./guides.ts";
import { searchIndex } from "./search-index.ts";
import { bestOf } from "./search-options.ts";

const PLACES: Record<string, readonly string[]> = {
	...Object.fromEntries(
		GUIDES.map(({ slug, sections }) => [
			`/developers/${slug}`,
			sections.map(({ heading }) => anchorOf(heading)),
		]),
	),
	"/developers/errors": [
		...ERRORS_GUIDE.sections.map(({ heading }) => anchorOf(heading)),
		...["verdicts", "errors", ...Object.keys(VERDICT_GUIDE), ...Object.keys(ERROR_GUIDE)],
	],
	"/developers": [],
	"/developers/reference/v1": [],
	"/developers/reference/v2": [],
	"/developers/reference/native": [],
	"/developers/reference/unkey": [],
	"/report-leak": [],
};

const textsOf = (block: Block): readonly string[] => {
	if (typeof block === "string") return [block];
	if (block.kind === "table") return [...block.head, ...block.rows.flat()];
	if (block.kind === "note") return [block.text];
	return "items" in block ? block.items : [];
};

describe.each(GUIDES.map((guide) => [guide.slug, guide] as const))("the page %s", (slug, guide) => {
	const blocks = guide.sections.flatMap((section) => section.blocks);

	test("is at the address that its name says", () => {
		expect(existsSync(join(import.meta.dirname, "..", slug, "page.tsx"))).toBe(true);
	});

	test("has no two headings with one anchor", () => {
		const anchors = guide.sections.map(({ heading }) => anchorOf(heading));

		expect(new Set(anchors).size).toBe(anchors.length);
	});

	test("links to nothing that is not there", () => {
		const links = blocks
			.flatMap(textsOf)
			.flatMap((text) => [...text.matchAll(/\]\(([^)]+)\)/g)].map(([, href = ""]) => href))
			.filter((href) => !href.startsWith("https://"));

		for (const href of links) {
			const [path, anchor] = (href.startsWith("#") ? `/developers/${slug}${href}` : href).split("#");
			const anchors = PLACES[path ?? ""];
			expect(anchors, href).toBeDefined();
			if (anchor) expect(anchors, href).toContain(anchor);
		}
	});

	test("calls each example and each column by a name of its own", () => {
		const titles = blocks.flatMap((block) =>
			typeof block !== "string" && block.kind === "example" ? [block.example.title] : [],
		);

		expect(new Set(titles).size).toBe(titles.length);
		for (const block of blocks) {
			if (typeof block !== "string" && block.kind === "table") expect(block.head).not.toContain("");
		}
	});

	test("has tables with as many cells in each row as in the head", () => {
		for (const block of blocks) {
			if (typeof block === "string" || block.kind !== "table") continue;
			for (const row of block.rows) expect(row, row.join(" | ")).toHaveLength(block.head.length);
		}
	});

	test("shows files that are there", () => {
		for (const block of blocks) {
			if (typeof block === "string" || block.kind !== "files") continue;
			for (const { path } of block.files) expect(existsSync(join("docs", path)), path).toBe(true);
		}
	});

	test("shows each example at least in JavaScript or curl, and no key in any", () => {
		for (const block of blocks) {
			if (typeof block === "string" || block.kind !== "example") continue;
			const { programs, title } = block.example;
			expect(programs.curl ?? programs.javascript, title).toBeDefined();
			for (const language of Object.keys(programs)) {
				const program = programs[language as keyof typeof LANGUAGES];
				const text = program?.({ ...PLACEHOLDERS, origin: "https://keys.example.test" });
				expect(text, title).not.toMatch(/lk_(?:agy|loc)_[A-Za-z0-9]/);
			}
		}
	});
});

describe("the search", () => {
	const find = (words: string) => bestOf(searchIndex().search(words)).map(({ href }) => href);

	test.each([
		["rotate", "/developers/best-practices#change-it-without-an-outage"],
		["trigger link", "/developers/trigger-links"],
		["nginx", "/developers/verifying-keys#at-a-gateway"],
		["retry-after", "/developers/errors#which-to-try-again"],
		["webhoks", "/developers/webhooks"],
	])("finds for %s the section about it", (words, href) => {
		expect(find(words)).toContain(href);
	});

	test("finds each code by its name, first of all", () => {
		for (const code of [...Object.keys(VERDICT_GUIDE), ...Object.keys(ERROR_GUIDE)]) {
			// A verdict and an error may have one name but for its letters' size.
			expect(find(code).slice(0, 2), code).toContain(`/developers/errors#${code}`);
		}
	});

	test("finds nothing for what is nowhere", () => {
		expect(find("xylophone")).toEqual([]);
	});
});
