export type HostileBody = { name: string; body: string | Buffer; type?: string };

/** What is put in the place of every field of a plain form, as it is spelt there. */
const WRONG_FIELDS = ["before%00after", "%ED%A0%80", "%FF%FE%", "x".repeat(20_000)];

/** Forms as they are not sent by any page. */
export function wrongForms(body: string): HostileBody[] {
	const fields = body.split("&");
	const types = ["text/plain", "application/json", "multipart/form-data; boundary=x", "multipart/form-data"];
	return [
		{ name: "nothing", body: "" },
		{ name: "beyond the limit", body: `${body}&more=${"x".repeat(70_000)}` },
		{ name: "bytes that are no text", body: Buffer.from([0xff, 0xfe, 0x00, 0x3d]) },
		...types.map((type) => ({ name: `the form as ${type}`, body, type })),
		...fields.flatMap((field, at) =>
			WRONG_FIELDS.map((value) => ({
				name: `${field.split("=", 1)[0]} is ${value.slice(0, 40)}`,
				body: fields.with(at, field.replace(/=.*/, `=${value}`)).join("&"),
			})),
		),
	];
}

/** Bodies that are no call of an action. */
export const BROKEN_BODIES: HostileBody[] = [
	{ name: "nothing", body: "" },
	{ name: "no JSON", body: "{" },
	{ name: "no list", body: "{}" },
	{ name: "a number", body: "7" },
	{ name: "no arguments", body: "[]" },
	{ name: "20,000 lists in one another", body: "[".repeat(20_000) + "]".repeat(20_000) },
	{ name: "13 lists in one another", body: "[".repeat(14) + "]".repeat(14) },
	{ name: "beyond the limit", body: JSON.stringify(["x".repeat(70_000)]) },
	{ name: "bytes that are no text", body: Buffer.from([0x5b, 0x22, 0xff, 0xfe, 0x22, 0x5d]) },
	{ name: "a prototype", body: '[{"__proto__":{"agency":"x"}},{"__proto__":{}}]' },
	{ name: "references", body: '["$1","$2"]' },
	{ name: "a promise of itself", body: '["$@0"]' },
	{ name: "another action", body: '["$F1"]' },
	{
		name: "broken multipart",
		body: "--x\r\nContent-Disposition: form-data",
		type: "multipart/form-data; boundary=x",
	},
	{ name: "multipart without a boundary", body: "--", type: "multipart/form-data" },
	{ name: "an empty form", body: "", type: "application/x-www-form-urlencoded" },
	{ name: "JSON", body: "[]", type: "application/json" },
];

/** What is put in the place of every text. */
const WRONG_EVERYWHERE: unknown[] = ["before\0after", "\ud800", { $gt: "" }];

/** What is put in the place of one text or another. Those with a dollar are React's own spellings. */
const WRONG_SOMEWHERE: unknown[] = [
	["x"],
	"$n12345678901234567890",
	7,
	"$K1",
	"\0",
	"$D2026-01-01T00:00:00.000Z",
	[],
	"$NaN",
	true,
	"$B1",
	"\udfff and on",
	"$Infinity",
	"x".repeat(20_000),
	"$-0",
	"$Q1",
];
const SOMEWHERE_EACH = 3;

type Path = (string | number)[];

/** The call's arguments as JSON, each time with one wrong value in the place of one text. */
export function wrongArguments(body: string): HostileBody[] {
	const args: unknown = JSON.parse(body);
	return textsIn(args, []).flatMap((path, turn) => {
		const first = (turn * SOMEWHERE_EACH) % WRONG_SOMEWHERE.length;
		return [...WRONG_EVERYWHERE, ...WRONG_SOMEWHERE.slice(first, first + SOMEWHERE_EACH)].map((value) => ({
			name: `${path.join(".")} is ${JSON.stringify(value).slice(0, 40)}`,
			body: JSON.stringify(replaced(args, path, value)),
		}));
	});
}

function textsIn(value: unknown, path: Path): Path[] {
	if (typeof value === "string") return [path];
	if (typeof value !== "object" || value === null) return [];
	return Object.entries(value).flatMap(([name, member]) => textsIn(member, [...path, name]));
}

function replaced(value: unknown, [name, ...rest]: Path, by: unknown): unknown {
	if (name === undefined) return by;
	if (Array.isArray(value))
		return value.map((member, index) => (index === Number(name) ? replaced(member, rest, by) : member));
	if (typeof value !== "object" || value === null) return value;
	return Object.fromEntries(
		Object.entries(value).map(([key, member]) => [key, key === name ? replaced(member, rest, by) : member]),
	);
}
