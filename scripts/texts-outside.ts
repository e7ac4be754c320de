import { type ESTree, parseSync, Visitor } from "rolldown/utils";

/** What a person reads or hears, of elements as of our components. */
const SPOKEN: ReadonlySet<string> = new Set([
	"alt",
	"aria-description",
	"aria-label",
	"aria-roledescription",
	"aria-valuetext",
	"button",
	"empty",
	"eyeLabel",
	"hint",
	"label",
	"placeholder",
	"prefix",
	"submit",
	"submitting",
	"summary",
	"text",
	"title",
	"what",
	"why",
]);

/** In objects these describe what is shown; a pure `name` or `value` is more often for programs. */
const DESCRIBING: ReadonlySet<string> = new Set(["hint", "label", "pendingText", "text", "title"]);

/** Their first argument is shown. */
const TELLING: ReadonlySet<string> = new Set(["tellDone", "tellFailure", "tellWarning"]);

/** Tailwind's classes for the screen's width, which some tables hold under the name of a place. */
const isClasses = (text: string) => /^(max-)?(sm|md|lg):\S+( |$)/.test(text);

type Finding = { line: number; text: string };

/** The texts for people that are written in a screen's source and not in the catalogue. */
export function textsOutside(path: string, source: string): Finding[] {
	const found: { start: number; text: string }[] = [];
	const note = (start: number, text: string) => {
		if (/\p{L}{2}/u.test(text) && !isClasses(text))
			found.push({ start, text: text.trim().replace(/\s+/g, " ") });
	};
	const noteAll = (node: ESTree.Node | null | undefined) => {
		for (const { start, text } of wordsIn(node)) note(start, text);
	};
	const { program, errors } = parseSync(path, source);
	if (errors[0]) throw new Error(`${path}: ${errors[0].message}`);

	new Visitor({
		JSXText({ start, value }) {
			note(start, value);
		},
		JSXElement({ children }) {
			children.forEach(noteExpression);
		},
		JSXFragment({ children }) {
			children.forEach(noteExpression);
		},
		JSXAttribute({ name, value }) {
			if (name.type === "JSXIdentifier" && SPOKEN.has(name.name)) noteAll(value);
		},
		Property({ key, value }) {
			if (key.type === "Identifier" && DESCRIBING.has(key.name)) noteAll(value);
		},
		CallExpression({ callee, arguments: [first] }) {
			if (callee.type === "Identifier" && TELLING.has(callee.name)) noteAll(first);
		},
	}).visit(program);

	function noteExpression(child: ESTree.Node) {
		if (child.type === "JSXExpressionContainer") noteAll(child.expression);
	}

	return found.map(({ start, text }) => ({ line: source.slice(0, start).split("\n").length, text }));
}

/** What an expression may come to, as far as it is written in it. */
function wordsIn(node: ESTree.Node | null | undefined): { start: number; text: string }[] {
	switch (node?.type) {
		case "Literal":
			return typeof node.value === "string" ? [{ start: node.start, text: node.value }] : [];
		case "TemplateLiteral":
			return [{ start: node.start, text: node.quasis.map(({ value }) => value.raw).join("…") }];
		case "ConditionalExpression":
			return [...wordsIn(node.consequent), ...wordsIn(node.alternate)];
		case "LogicalExpression":
			return [...wordsIn(node.left), ...wordsIn(node.right)];
		case "JSXExpressionContainer":
			return wordsIn(node.expression);
		default:
			return [];
	}
}
