import { type Example, LANGUAGES, type Language, type Values } from "#components/samples/example.ts";
import type { Shown } from "#components/samples/program-tabs.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { Block } from "../_guides/guide.ts";
import { readDocument } from "../_guides/read-document.ts";
import { ExampleView } from "./example-view.tsx";
import { Inline } from "./inline.tsx";
import { LanguageProvider } from "./language.tsx";

type BlockViewProps = { block: Block; values: Values };

export function BlockView({ block, values }: BlockViewProps) {
	if (typeof block === "string") {
		return (
			<p className="leading-relaxed">
				<Inline text={block} />
			</p>
		);
	}
	switch (block.kind) {
		case "note":
			return (
				<Notice look="note">
					<p>
						<Inline text={block.text} />
					</p>
				</Notice>
			);
		case "table":
			return <Table {...block} />;
		case "example":
			return <ExampleView {...shown(block.example, values)} />;
		case "files":
			return <Files {...block} />;
		default:
			return <Items {...block} />;
	}
}

function Items({ kind, items }: Extract<Block, { items: unknown }>) {
	const List = kind === "steps" ? "ol" : "ul";
	return (
		<List className={`space-y-1.5 ps-5 leading-relaxed ${kind === "steps" ? "list-decimal" : "list-disc"}`}>
			{items.map((item) => (
				<li key={item} className="ps-1">
					<Inline text={item} />
				</li>
			))}
		</List>
	);
}

const Table = ({ head, rows }: Extract<Block, { kind: "table" }>) => (
	// biome-ignore-start lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard.
	<section
		aria-label={head.join(", ")}
		tabIndex={0}
		className="overflow-x-auto rounded-lg border border-line bg-surface -outline-offset-2"
	>
		<table className={`w-full border-collapse text-start text-sm ${head.length > 2 ? "min-w-lg" : ""}`}>
			<thead className="bg-sunken text-ink-muted">
				<tr>
					{head.map((title) => (
						<th key={title} scope="col" className="px-3.5 py-2 font-medium">
							{title}
						</th>
					))}
				</tr>
			</thead>
			<tbody className="divide-y divide-line">
				{rows.map((cells) => (
					<tr key={cells.join("|")}>
						{cells.map((cell, column) => (
							<td key={head[column]} className="px-3.5 py-2 align-top">
								<Inline text={cell} />
							</td>
						))}
					</tr>
				))}
			</tbody>
		</table>
	</section>
	// biome-ignore-end lint/a11y/noNoninteractiveTabindex: see above.
);

async function Files({ title, files }: Extract<Block, { kind: "files" }>) {
	const programs = await Promise.all(
		files.map(async ({ label, path }) => ({ language: label, label, code: await readDocument(path) })),
	);
	return (
		<LanguageProvider>
			<ExampleView title={title} programs={programs} />
		</LanguageProvider>
	);
}

function shown(example: Example, values: Values) {
	const programs = Object.entries(LANGUAGES).flatMap(([language, label]): Shown[] => {
		const program = example.programs[language as Language];
		return program ? [{ language, label, code: program(values) }] : [];
	});
	if (example.kind === "service") return { title: example.title, programs };
	const { answer, status } = example;
	const text = typeof answer === "string" ? answer : JSON.stringify(answer, null, 2);
	return { title: example.title, programs, answer: { status, text } };
}
