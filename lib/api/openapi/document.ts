import { z } from "zod";
import {
	createDocument,
	type oas31,
	type ZodOpenApiObject,
	type ZodOpenApiOperationObject,
	type ZodOpenApiPathsObject,
	type ZodOpenApiResponseObject,
	type ZodOpenApiResponsesObject,
} from "zod-openapi";
import {
	ProblemShape,
	ProblemShapeV1,
	ProblemShapeV2,
	UnkeyProblemShape,
} from "#lib/contracts/problem-shape.ts";
import { refusalStatusOf, refusalTypeOf } from "#lib/contracts/unkey/envelope.ts";
import type { Dialect } from "../route.ts";
import { ROUTES } from "../routes.ts";
import { answerHeadersOf, askedBesides, refusalHeadersOf } from "./headers.ts";
import { HOT_LANE_OPERATIONS, type Operation } from "./hot-lane-operations.ts";

type Words = { title: string; version: string; description: string };

/** The documents there are: one for each dialect. */
export const DOCUMENTS: Record<Dialect, Words> = {
	native: {
		title: "Latchkey: keys and verification",
		version: "2.0",
		description: "Verify keys, and manage them.",
	},
	v1: { title: "Latchkey: API 1.0", version: "1.0", description: "The records of one location, by its key." },
	v2: { title: "Latchkey: API 2.0", version: "2.0", description: "The records of locations, by scopes." },
	unkey: { title: "Latchkey: Unkey dialect", version: "2.0", description: "For clients of Unkey's API." },
};

export const DIALECTS = Object.keys(DOCUMENTS) as Dialect[];

/** Everything that a dialect's document tells of, in the order in which it stands there. */
export const operationsOf = (dialect: Dialect): readonly Operation[] =>
	[...HOT_LANE_OPERATIONS, ...ROUTES].filter((operation) => operation.dialect === dialect);

/** The OpenAPI document of a dialect, made from what its routes hold requests and answers to. */
export function openApiDocument(dialect: Dialect, origin: string): oas31.OpenAPIObject {
	const paths: ZodOpenApiPathsObject = {};
	const operations = operationsOf(dialect);
	const refused = refusalsIn(dialect);
	for (const operation of operations) {
		const method = operation.method.toLowerCase() as Lowercase<Operation["method"]>;
		paths[operation.path] = { ...paths[operation.path], [method]: tell(operation, refused) };
	}
	const document: ZodOpenApiObject = {
		openapi: "3.1.0",
		info: { ...DOCUMENTS[dialect], license: { name: "MIT", identifier: "MIT" } },
		servers: [{ url: origin }],
		tags: [...new Set(operations.map(({ tag }) => tag))].map((name) => ({ name })),
		paths,
		components: {
			securitySchemes: {
				key: { type: "http", scheme: "bearer", description: "An API key: lk_agy_… or lk_loc_…" },
			},
		},
	};
	return createDocument(document, { override: ({ jsonSchema, io }) => simplify(jsonSchema, io) });
}

type Bounds = {
	format?: string | undefined;
	type?: unknown;
	pattern?: string | undefined;
	maximum?: number | undefined;
	minimum?: number | undefined;
	default?: unknown;
};

/**
 * What a format or a type says already, readers need not take from a pattern. Of what is sent, generators take a member
 * with a default for one that has to be there, so that descriptions name defaults instead.
 */
function simplify(schema: Bounds, io: "input" | "output") {
	if (io === "input") delete schema.default;
	if (schema.format !== undefined || schema.type === "integer") delete schema.pattern;
	if (schema.maximum === Number.MAX_SAFE_INTEGER) delete schema.maximum;
	if (schema.minimum === Number.MIN_SAFE_INTEGER) delete schema.minimum;
}

function tell(operation: Operation, refused: Refused): ZodOpenApiOperationObject {
	const { operationId, tag, summary, description, body, bodyType, isOpen, scopes } = operation;
	return {
		operationId,
		tags: [tag],
		summary,
		...(description && { description }),
		security: isOpen ? [] : [{ key: [...scopes] }],
		requestParams: { path: pathParams(operation), ...askedBesides(operation) },
		...(body && {
			requestBody: {
				required: !body.safeParse({}).success,
				content: {
					[bodyType === "form" ? "application/x-www-form-urlencoded" : "application/json"]: { schema: body },
				},
			},
		}),
		responses: responsesOf(operation, refused),
	};
}

/** The parameters in the path, also those that a route leaves to be any text. */
function pathParams({ path, params }: Operation) {
	const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name);
	return z.object(Object.fromEntries(names.map((name) => [name, params?.shape[name] ?? z.string()])));
}

const DONE: Record<string, string> = { 201: "Made.", 202: "Taken; it is done later." };

const REFUSED: Record<number, string> = {
	400: "The request cannot be read.",
	401: "No valid key.",
	403: "A valid key that may not do this.",
	404: "Absent, or not yours.",
	409: "In conflict with the present state.",
	413: "The body is too large.",
	415: "The body is of another type.",
	422: "Some of the input cannot be accepted.",
	429: "Too many requests, or a quota is used up.",
	500: "Our fault.",
	503: "Cannot be known right now.",
};

/** What may be refused here, whatever is asked for. */
function refusalsOf({ dialect, method, path, body, isOpen }: Operation): number[] {
	return [
		...(isOpen ? [] : [401, 403]),
		...(path.includes("{") ? [404] : []),
		...(method === "GET" ? [] : [409]),
		...(body || dialect === "v2" ? [400] : []),
		...(body ? [413, 415] : []),
		422,
		429,
		500,
		503,
	];
}

const PROBLEMS = { native: ProblemShape, v1: ProblemShapeV1, v2: ProblemShapeV2 } as const;

const contentOf = (dialect: Dialect, status: number | null) =>
	dialect === "unkey"
		? { [refusalTypeOf(status ?? 400)]: { schema: UnkeyProblemShape } }
		: { "application/problem+json": { schema: PROBLEMS[dialect] } };

type Refused = (status: number | null) => ZodOpenApiResponseObject;

/** The refusals of a document, each of which stands there once, however many operations have it. Null: any other. */
function refusalsIn(dialect: Dialect): Refused {
	const made = new Map<number | null, ZodOpenApiResponseObject>();
	return (status) => {
		const refusal = made.get(status) ?? {
			id: `Refused${status ?? ""}`,
			description: status === null ? "Any other refusal." : (REFUSED[status] ?? ""),
			headers: refusalHeadersOf(dialect, status),
			content: contentOf(dialect, status),
		};
		made.set(status, refusal);
		return refusal;
	};
}

function responsesOf(operation: Operation, refusedWith: Refused): ZodOpenApiResponsesObject {
	const responses: ZodOpenApiResponsesObject = {};
	const isUnkey = operation.dialect === "unkey";
	for (const refused of refusalsOf(operation)) {
		const status = isUnkey ? refusalStatusOf(refused) : refused;
		responses[`${status as 400}`] = refusedWith(status);
	}
	responses.default = refusedWith(null);
	for (const [status, answer] of Object.entries(operation.answers)) {
		responses[status as "200"] = {
			description: DONE[status] ?? "Done.",
			headers: answerHeadersOf(operation),
			...(answer && { content: { "application/json": { schema: answer } } }),
		};
	}
	return responses;
}
