import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";

const dir = mkdtempSync(join(tmpdir(), "latchkey-docs-"));

beforeAll(() => {
	mkdirSync(join(dir, "lib"));
	writeFileSync(join(dir, "lib/here.ts"), "");
	writeFileSync(join(dir, "other.md"), "# A heading, with `code`\n\n## Twice\n\n## Twice\n");
});

afterAll(() => rmSync(dir, { recursive: true }));

function findings(text: string): string[] {
	writeFileSync(join(dir, "page.md"), text);
	const { stderr, status } = spawnSync(process.execPath, [join(import.meta.dirname, "doc-links.ts"), dir]);
	const lines = stderr.toString().split("\n").filter(Boolean);
	expect(status).toBe(lines.length === 0 ? 0 : 1);
	return lines;
}

test("links to files, headings and repeated headings lead somewhere", () => {
	const links = [
		"other.md",
		"other.md#a-heading-with-code",
		"other.md#twice-1",
		"#own",
		"https://example.com/x",
	];

	expect(
		findings(`# Own\n${links.map((link) => `[x](${link})`).join("\n")}\n\`lib/here.ts\` \`lib/*.ts\``),
	).toEqual([]);
});

test("a missing file, a missing heading and a path in running text are found", () => {
	expect(findings("[x](gone.md) [y](other.md#gone) `lib/gone.ts`")).toEqual([
		"page.md: gone.md leads nowhere",
		"page.md: other.md#gone leads nowhere",
		"page.md: lib/gone.ts leads nowhere",
	]);
});

test("what stands in a block of code is no link", () => {
	expect(findings("```md\n[x](gone.md) `lib/gone.ts`\n```")).toEqual([]);
});
