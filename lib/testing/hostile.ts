import type { oas31 } from "zod-openapi";
import { openApiDocument } from "#lib/api/openapi/document.ts";
import type { Operation } from "#lib/api/openapi/hot-lane-operations.ts";
import { resolve, type Schema } from "#lib/api/openapi/shape.ts";
import type { Dialect } from "#lib/api/route.ts";
import { newId } from "#lib/core/ids.ts";
import type { Sent } from "./entrances.ts";

/** A call with one thing wrong with it, and the parameter or member that it is wrong with. */
export type Try = { what: string; sent: Sent; at?: string };

/** What a call names that nothing is wrong with. */
export type Names = Record<string, unknown>;

/** What stands in the place of a member of a body. */
const VALUES: Record<string, unknown> = {
	nothing: undefined,
	null: null,
	true: true,
	"a negative number": -1,
	"a huge number": 1e300,
	"the empty text": "",
	"a NUL": "a\u0000b",
	"a lone surrogate": "a\ud800b",
	"a long text": "x".repeat(30_000),
	"the name of a prototype": "__proto__",
	"an empty list": [],
	"a list of nothing": [null],
	"a list with a NUL": ["\u0000"],
	"a long list": Array.from({ length: 2_000 }, (_, index) => `t${index}`),
	"an object with a NUL": { "a\u0000": "b\u0000" },
	"an object with a prototype": JSON.parse('{"__proto__":{"x":1},"constructor":{"prototype":1}}'),
	"500 lists in each other": JSON.parse(`${"[".repeat(500)}${"]".repeat(500)}`),
};

/** What stands in the place of a parameter, as it is written in an address. */
const TEXTS: Record<string, string> = {
	nothing: "",
	"a negative number": "-1",
	"a huge number": "1e308",
	"15 digits": "999999999999999",
	"more digits than a number has": "99999999999999999999",
	"a NUL": "a%00b",
	"no UTF-8": "%ff%fe",
	"a lone surrogate": "%ed%a0%80",
	"no encoding": "%zz",
	"a way up": "..%2f..%2fetc",
	"the name of a prototype": "__proto__",
	"a long text": "x".repeat(2_000),
};

const HEADERS: Record<string, string> = {
	nothing: "",
	"a word": "nothing",
	"no ASCII": "\u00ff",
	"a long text": "x".repeat(2_000),
};

const MOMENTS: Record<string, string> = {
	"a moment that never was": "2026-02-30T25:61:00Z",
	"a moment beyond the calendar": "+275760-09-13T00:00:00.000Z",
	"the year 0": "0000-01-01T00:00:00Z",
	"the year 1": "0001-01-01T00:00:00Z",
	"the year 10000": "9999-12-31T23:59:59-12:00",
};

const BODIES: Record<string, string | Buffer> = {
	"no body": "",
	"no JSON": "{",
	null: "null",
	"a list": "[]",
	"a text": '"text"',
	NaN: '{"limit":NaN}',
	"no UTF-8": Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]),
	"a member that nobody knows": '{"nobody\\u0000knows":1}',
	"a prototype": '{"__proto__":{"locationId":1},"constructor":1}',
	"10,000 lists in each other": `${"[".repeat(10_000)}${"]".repeat(10_000)}`,
	"100 kB": JSON.stringify({ text: "x".repeat(100_000) }),
};

const TYPES = ["text/plain", "multipart/form-data; boundary=x", ""];

/** What is worth trying only where it could be meant. */
const fitting = (name: string, foreignId: string): Record<string, string> => ({
	...(/(?:At|Time|After|Birth|expires|from|to)$/.test(name) && MOMENTS),
	...(/Ids?$|^location$/.test(name) && { "a neighbour's id": foreignId }),
});

/** A value that a schema takes, as far as that can be told from the schema. */
function sample(names: Names, schema: Schema, all: Record<string, Schema>, name = ""): unknown {
	if (name in names) return names[name];
	const { anyOf, oneOf, enum: values, const: only, type, format, minimum, ...rest } = resolve(schema, all);
	if (only !== undefined) return only;
	if (values) return values[0];
	const [choice] = anyOf ?? oneOf ?? [];
	if (choice) return sample(names, choice, all);
	const [first] = [type].flat();
	if (first === "integer" || first === "number") return minimum ?? 1;
	if (first === "boolean") return false;
	if (first === "array") return [sample(names, rest.items as Schema, all)];
	if (first === "object") return sampleOf(names, rest.properties, all);
	return format === "uuid" ? newId() : "text";
}

const sampleOf = (names: Names, properties: Record<string, Schema> = {}, all: Record<string, Schema>) =>
	Object.fromEntries(Object.entries(properties).map(([own, value]) => [own, sample(names, value, all, own)]));

const documents = new Map<Dialect, oas31.OpenAPIObject>();

/** What the document of an operation tells of its input. */
function toldOf({ dialect, path, method, bodyType }: Operation, names: Names) {
	const document = documents.get(dialect) ?? openApiDocument(dialect, "https://keys.example.test");
	documents.set(dialect, document);
	const all = document.components?.schemas ?? {};
	const told = document.paths?.[path]?.[method.toLowerCase() as "get"];
	const type = bodyType === "form" ? "application/x-www-form-urlencoded" : "application/json";
	const schema = (told?.requestBody as oas31.RequestBodyObject | undefined)?.content[type]?.schema;
	return {
		type,
		parameters: (told?.parameters ?? []) as oas31.ParameterObject[],
		body: schema && sampleOf(names, resolve(schema, all).properties, all),
	};
}

type Changes = {
	path?: Record<string, string>;
	query?: string;
	body?: Record<string, unknown> | string | Buffer;
	headers?: Record<string, string>;
};

/** Writes calls of an operation: right ones, but for the changes. */
function callsOf(operation: Operation, names: Names, secret: string) {
	const { method, path, dialect } = operation;
	const told = toldOf(operation, names);
	const { type, parameters } = told;
	const usual = parameters.flatMap(({ name, in: place }) =>
		place === "query" && ["companyId", "email", "startAfterId"].includes(name)
			? [[name, `${names[name]}`] as const]
			: [],
	);
	const write = (body: Changes["body"]) => {
		if (typeof body === "string" || Buffer.isBuffer(body)) return body;
		return type === "application/json" ? JSON.stringify(body) : `${new URLSearchParams(body as never)}`;
	};
	const call = ({ path: inPath = {}, query = "", body = told.body, headers }: Changes = {}): Sent => ({
		method,
		path: `${path.replaceAll(/\{(\w+)\}/g, (_, own) => inPath[own] ?? String(names[own] ?? newId()))}?${[...usual.filter(([name]) => !query.startsWith(name)).map((one) => one.join("=")), query].join("&")}`,
		headers: {
			Authorization: `Bearer ${secret}`,
			"Location-Id": String(names.locationId),
			...(dialect === "v2" && { Version: "2021-07-28" }),
			...(told.body && { "Content-Type": type }),
			...headers,
		},
		...(told.body && body && body.length !== 0 && { body: write(body) }),
	});
	return { ...told, call };
}

type Calls = ReturnType<typeof callsOf>;

function parameterTries({ parameters, call }: Calls, foreignId: string): Try[] {
	return parameters.flatMap(({ name, in: place }) => {
		const texts = { ...(place === "header" ? HEADERS : TEXTS), ...fitting(name, foreignId) };
		const tries = Object.entries(texts).flatMap(([what, text]): Try[] => {
			const one = { what: `${what} as ${name}`, at: name };
			if (place === "header") return [{ ...one, sent: call({ headers: { [name]: text } }) }];
			if (place === "query")
				return [{ ...one, sent: call({ query: `${name}=${text.replace("+", "%2B")}` }) }];
			return text === "" ? [] : [{ ...one, sent: call({ path: { [name]: text } }) }];
		});
		if (place !== "query") return tries;
		return [
			...tries,
			{ what: `${name} twice`, at: name, sent: call({ query: `${name}=1&${name}=2` }) },
			{ what: `${name} as an object`, sent: call({ query: `${name}[a]=1` }) },
		];
	});
}

function bodyTries({ body, call }: Calls, foreignId: string): Try[] {
	if (!body) return [];
	const members = Object.keys(body).flatMap((name) =>
		Object.entries({ ...VALUES, ...fitting(name, foreignId) }).map(([what, value]) => ({
			what: `${what} as ${name}`,
			at: name,
			sent: call({ body: { ...body, [name]: value } }),
		})),
	);
	return [
		...members,
		...Object.entries(BODIES).map(([what, text]) => ({ what, sent: call({ body: text }) })),
		...TYPES.map((type) => ({ what: `the type ${type}`, sent: call({ headers: { "Content-Type": type } }) })),
	];
}

/** A call of the operation that nothing is wrong with. */
export const rightCall = (operation: Operation, names: Names, secret: string): Sent =>
	callsOf(operation, names, secret).call();

/** Calls of the operation, each with one thing wrong wherever its document says that something may stand. */
export function hostileCalls(operation: Operation, names: Names, secret: string, foreignId: string): Try[] {
	const calls = callsOf(operation, names, secret);
	return [
		...parameterTries(calls, foreignId),
		...bodyTries(calls, foreignId),
		{ what: "a query that nobody knows", sent: calls.call({ query: "__proto__=1&a%00=%ff&&=" }) },
		{ what: "a place that is none", sent: calls.call({ headers: { "Location-Id": "nowhere" } }) },
		{ what: "a neighbour's place", sent: calls.call({ headers: { "Location-Id": foreignId } }) },
	];
}
