import { type ESTree, parseSync, Visitor } from "rolldown/utils";

/** A text that a source says: its blanks as `{}`, and what it is given to. */
export type Said = {
	text: string;
	/** The name of a field, which sentences of others are made of. */
	isName: boolean;
	/** What is said of a value that does not fit, or of a file that there is not. */
	isError: boolean;
};

/** Their argument of this number is the name of a field. */
const NAMING: ReadonlyMap<string, number> = new Map([
	["singleLine", 1],
	["multiLine", 1],
	["line", 1],
	["webAddress", 0],
	["wholeNumber", 0],
	["wholeDays", 0],
]);

/** Their argument of this number is told to somebody. */
const TELLING: ReadonlyMap<string, number> = new Map([["answerDownload", 2]]);

/** Every text that is written in a source, in one piece also when it is put together of several. */
export function textsSaid(path: string, source: string): Said[] {
	const { program, errors } = parseSync(path, source);
	if (errors[0]) throw new Error(`${path}: ${errors[0].message}`);
	const found: { node: ESTree.Node; text: string }[] = [];
	const [names, ofErrors, parts] = [new Set<ESTree.Node>(), new Set<ESTree.Node>(), new Set<ESTree.Node>()];
	const note = (node: ESTree.Node) => {
		const text = textOf(node);
		if (text !== null) found.push({ node, text });
	};

	new Visitor({
		Literal: note,
		TemplateLiteral: note,
		BinaryExpression(node) {
			if (node.operator !== "+" || textOf(node) === null) return;
			parts.add(node.left).add(node.right);
			note(node);
		},
		Property({ key, value }) {
			if (key.type === "Identifier" && key.name === "error") ofErrors.add(value);
		},
		CallExpression({ callee, arguments: given }) {
			if (callee.type !== "Identifier") return;
			const name = given[NAMING.get(callee.name) ?? given.length];
			if (name) names.add(name);
			const told = given[TELLING.get(callee.name) ?? given.length];
			if (told) ofErrors.add(told);
		},
	}).visit(program);

	return found
		.filter(({ node }) => !parts.has(node))
		.map(({ node, text }) => ({ text, isName: names.has(node), isError: ofErrors.has(node) }));
}

function textOf(node: ESTree.Node): string | null {
	switch (node.type) {
		case "Literal":
			return typeof node.value === "string" ? node.value : null;
		case "TemplateLiteral":
			return node.quasis.map(({ value }) => value.cooked).join("{}");
		case "BinaryExpression": {
			const [left, right] = [textOf(node.left), textOf(node.right)];
			return left === null && right === null ? null : `${left ?? "{}"}${right ?? "{}"}`;
		}
		default:
			return null;
	}
}
