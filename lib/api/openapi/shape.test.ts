import { expect, test } from "vitest";
import { membersOf, typeOf } from "./shape.ts";

const all = { Point: { type: "object", properties: { x: { type: "integer" } }, required: ["x"] } } as const;
const reference = { $ref: "#/components/schemas/Point" };

test("members are told with the names of those that they are in", () => {
	const schema = {
		type: "object",
		required: ["list"],
		properties: {
			list: { type: "array", items: reference },
			perhaps: { anyOf: [reference, { type: "null" }], description: "Where." },
		},
	} as const;

	expect(membersOf(schema as never, all as never)).toEqual([
		{ name: "list", type: "list of object", description: undefined, isRequired: true },
		{ name: "list[].x", type: "integer", description: undefined, isRequired: true },
		{ name: "perhaps", type: "object | null", description: "Where.", isRequired: false },
		{ name: "perhaps.x", type: "integer", description: undefined, isRequired: true },
	]);
});

test("a schema that holds itself is told to a depth", () => {
	const tree = { Tree: { type: "object", properties: { child: { $ref: "#/components/schemas/Tree" } } } };

	expect(membersOf({ $ref: "#/components/schemas/Tree" }, tree as never).map(({ name }) => name)).toEqual([
		"child",
		"child.child",
		"child.child.child",
	]);
});

test.each([
	[{ type: "string", format: "uuid" }, "string (uuid)"],
	[{ enum: ["A", "B"] }, '"A" | "B"'],
	[{ const: true }, "true"],
	[{}, "any"],
])("%j is told as %s", (schema, text) => {
	expect(typeOf(schema as never, {})).toBe(text);
});
