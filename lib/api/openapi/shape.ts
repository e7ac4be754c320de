import type { oas31 } from "zod-openapi";

export type Schema = oas31.SchemaObject | oas31.ReferenceObject;

/** A member of an object, as a reader is told of it. */
export type Member = {
	/** With the names of those it is in: `rateLimit.max`, `data[].id`. */
	name: string;
	type: string;
	description: string | undefined;
	isRequired: boolean;
};

type Schemas = Record<string, Schema>;

const DEPTH_MAX = 3;
const VALUES_MAX = 20;

/** The schema that a reference names, or the schema itself. */
export function resolve(schema: Schema, all: Schemas): oas31.SchemaObject {
	if (!("$ref" in schema) || schema.$ref === undefined) return schema as oas31.SchemaObject;
	const named = all[schema.$ref.split("/").at(-1) ?? ""];
	return named ? resolve(named, all) : {};
}

/** The members of what a schema describes, and theirs, to a depth at which one can still follow. */
export function membersOf(schema: Schema, all: Schemas, prefix = "", depth = 0): Member[] {
	const { properties = {}, required = [] } = objectOf(schema, all) ?? {};
	return Object.entries(properties).flatMap(([own, value]) => {
		const resolved = resolve(value, all);
		const isRequired = required.includes(own);
		const name = `${prefix}${own}`;
		const member = { name, type: typeOf(value, all), description: resolved.description, isRequired };
		if (depth + 1 >= DEPTH_MAX) return [member];
		const inner = `${name}${isList(resolved) ? "[]" : ""}.`;
		return [member, ...membersOf(value, all, inner, depth + 1)];
	});
}

/** The object behind a schema: itself, one of its choices, or what its list holds. */
function objectOf(schema: Schema, all: Schemas): oas31.SchemaObject | undefined {
	const { anyOf, oneOf, allOf, items, ...own } = resolve(schema, all);
	if (own.properties) return own;
	if (items && typeof items === "object") return objectOf(items, all);
	for (const choice of anyOf ?? oneOf ?? allOf ?? []) {
		const found = objectOf(choice, all);
		if (found) return found;
	}
	return undefined;
}

const isList = ({ type, anyOf }: oas31.SchemaObject): boolean =>
	type === "array" || (anyOf ?? []).some((choice) => "type" in choice && choice.type === "array");

/** What a schema wants, in a few words. */
export function typeOf(schema: Schema, all: Schemas): string {
	const { type, format, anyOf, oneOf, items, const: only, enum: values } = resolve(schema, all);
	if (only !== undefined) return JSON.stringify(only);
	if (values) {
		const shown = values.slice(0, VALUES_MAX).map((value) => JSON.stringify(value));
		return values.length > VALUES_MAX ? `${shown.join(" | ")} | …` : shown.join(" | ");
	}
	const choices = anyOf ?? oneOf;
	if (choices) return [...new Set(choices.map((choice) => typeOf(choice, all)))].join(" | ");
	if (type === "array" && items && typeof items === "object") return `list of ${typeOf(items, all)}`;
	const named = Array.isArray(type) ? type.join(" | ") : (type ?? "any");
	return format ? `${named} (${format})` : named;
}
