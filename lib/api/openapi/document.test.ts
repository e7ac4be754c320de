import { Validator } from "@seriousme/openapi-schema-validator";
import { describe, expect, test } from "vitest";
import { endpointPaths } from "#lib/hot-lane/answer.ts";
import { METHODS } from "../route.ts";
import { ROUTES } from "../routes.ts";
import { DIALECTS, openApiDocument, operationsOf } from "./document.ts";
import { HOT_LANE_OPERATIONS } from "./hot-lane-operations.ts";

const ORIGIN = "https://keys.example.test";

describe.each(DIALECTS.filter((dialect) => operationsOf(dialect).length > 0))(
	"the document of %s",
	(dialect) => {
		const document = openApiDocument(dialect, ORIGIN);
		const told = Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
			METHODS.filter((method) => item[method.toLowerCase() as "get"]).map((method) => `${method} ${path}`),
		);

		test("is valid OpenAPI 3.1", async () => {
			const result = await new Validator().validate(JSON.parse(JSON.stringify(document)));

			expect(result.errors ?? []).toEqual([]);
			expect(result.valid).toBe(true);
		});

		test("tells of every route, and of nothing else", () => {
			const there = operationsOf(dialect).map(({ method, path }) => `${method} ${path}`);

			expect(told.sort()).toEqual([...there].sort());
		});

		test("names each operation once", () => {
			const names = operationsOf(dialect).map(({ operationId }) => operationId);

			expect(new Set(names).size).toBe(names.length);
		});
	},
);

test("every route is in a document", () => {
	const told = DIALECTS.flatMap((dialect) => operationsOf(dialect));

	for (const route of ROUTES) expect(told).toContain(route);
});

test("every endpoint of the hot lane is told of, and nothing that is none", () => {
	const told = new Set(HOT_LANE_OPERATIONS.map(({ path }) => path));

	expect([...told].sort()).toEqual(endpointPaths().sort());
});

test("an address is described once: no route stands where an endpoint answers first", () => {
	const endpoints = endpointPaths();

	expect(ROUTES.filter(({ path }) => endpoints.includes(path))).toEqual([]);
});
