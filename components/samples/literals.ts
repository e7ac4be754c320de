type Style = {
	indent: string;
	words: { true: string; false: string; null: string };
	object: readonly [open: string, close: string];
	/** An object without members. */
	nothing: string;
	name: (name: string) => string;
	text: (value: string) => string;
};

const quoted = (value: string) => JSON.stringify(value);

const JAVASCRIPT: Style = {
	indent: "  ",
	words: { true: "true", false: "false", null: "null" },
	object: ["{", "}"],
	nothing: "{}",
	name: (name) => `${/^[A-Za-z_]\w*$/.test(name) ? name : quoted(name)}: `,
	text: quoted,
};

const PYTHON: Style = {
	indent: "    ",
	words: { true: "True", false: "False", null: "None" },
	object: ["{", "}"],
	nothing: "{}",
	name: (name) => `${quoted(name)}: `,
	text: quoted,
};

const PHP: Style = {
	indent: "    ",
	words: { true: "true", false: "false", null: "null" },
	object: ["[", "]"],
	nothing: "new stdClass()",
	name: (name) => `${PHP.text(name)} => `,
	text: (value) => `'${value.replaceAll(/[\\']/g, "\\$&")}'`,
};

function write(value: unknown, style: Style, depth: number): string {
	if (typeof value === "string") return style.text(value);
	if (typeof value !== "object" || value === null) {
		return style.words[String(value) as keyof Style["words"]] ?? String(value);
	}
	if (!Array.isArray(value) && Object.keys(value).length === 0) return style.nothing;
	const [open, close] = Array.isArray(value) ? ["[", "]"] : style.object;
	const inside = Array.isArray(value)
		? value.map((one) => write(one, style, depth + 1))
		: Object.entries(value).map(([name, one]) => style.name(name) + write(one, style, depth + 1));
	const line = `${open}${inside.join(", ")}${close}`;
	if (line.length <= 60 && !line.includes("\n"))
		return open === "{" && style === JAVASCRIPT ? spaced(line) : line;
	const pad = style.indent.repeat(depth + 1);
	return `${open}\n${inside.map((one) => `${pad}${one},\n`).join("")}${style.indent.repeat(depth)}${close}`;
}

const spaced = (line: string) => `{ ${line.slice(1, -1)} }`;

export const javascriptText = (value: unknown, depth = 0) => write(value, JAVASCRIPT, depth);
export const pythonText = (value: unknown, depth = 0) => write(value, PYTHON, depth);
export const phpText = (value: unknown, depth = 0) => write(value, PHP, depth);

/** JSON for a shell's single quotes, over several lines where it is long. */
export function jsonText(value: object) {
	const line = JSON.stringify(value);
	const text = line.length <= 60 ? line : JSON.stringify(value, null, 2).replaceAll("\n", "\n  ");
	return text.replaceAll("'", "\\u0027");
}
