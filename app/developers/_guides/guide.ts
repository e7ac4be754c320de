import type { Example } from "#components/samples/example.ts";

/** Text may hold `code`, **emphasis** and [links](/developers). */
export type Block =
	| string
	| { kind: "list" | "steps"; items: readonly string[] }
	| { kind: "table"; head: readonly string[]; rows: readonly (readonly string[])[] }
	| { kind: "note"; text: string }
	| { kind: "example"; example: Example }
	/** Files of the product's own documents, which tests of their own run. */
	| { kind: "files"; title: string; files: readonly { label: string; path: string }[] };

export type Section = { heading: string; blocks: readonly Block[] };

export type Guide = { slug: string; title: string; summary: string; sections: readonly Section[] };

export const list = (...items: string[]): Block => ({ kind: "list", items });
export const steps = (...items: string[]): Block => ({ kind: "steps", items });
export const note = (text: string): Block => ({ kind: "note", text });
export const example = (one: Example): Block => ({ kind: "example", example: one });
export const table = (head: readonly string[], ...rows: (readonly string[])[]): Block => ({
	kind: "table",
	head,
	rows,
});

export const files = (title: string, named: Record<string, string>): Block => ({
	kind: "files",
	title,
	files: Object.entries(named).map(([label, path]) => ({ label, path })),
});

/** The anchor of a heading. */
export const anchorOf = (heading: string) =>
	heading
		.toLowerCase()
		.replaceAll(/[^a-z0-9]+/g, "-")
		.replaceAll(/^-|-$/g, "");

/** A block as plain words, for the search. */
export function wordsOf(block: Block): string {
	if (typeof block === "string") return plain(block);
	if (block.kind === "table") return [block.head, ...block.rows].flat().map(plain).join(" ");
	if (block.kind === "note") return plain(block.text);
	if (block.kind === "example") return block.example.title;
	if (block.kind === "files") return `${block.title} ${block.files.map(({ label }) => label).join(" ")}`;
	return block.items.map(plain).join(" ");
}

const plain = (text: string) => text.replaceAll(/\[([^\]]+)\]\([^)]+\)/g, "$1").replaceAll(/\*\*|`/g, "");
