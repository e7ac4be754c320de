import { Ajv2020 } from "ajv/dist/2020.js";
import addFormatsModule from "ajv-formats";
import { DIALECTS, openApiDocument, operationsOf } from "#lib/api/openapi/document.ts";
import { endpointPath } from "#lib/hot-lane/answer.ts";
import type { Reply, Sent } from "./entrances.ts";

const addFormats = addFormatsModule.default;

type Documented = { dialect: string; path: string; pattern: RegExp; method: string };
type Header = { $ref?: string; required?: boolean };
type Response = {
	$ref?: string;
	headers?: Record<string, Header>;
	content?: Record<string, unknown>;
};

let known: ReturnType<typeof read> | undefined;

/** All documents, read once: making them takes longer than most tests. */
function read() {
	const ajv = new Ajv2020({ strict: false, allErrors: true });
	addFormats(ajv);
	const documents = new Map(
		DIALECTS.map((dialect) => [dialect as string, openApiDocument(dialect, "https://keys.example.test")]),
	);
	for (const [dialect, document] of documents) ajv.addSchema(document, dialect);
	const operations = DIALECTS.flatMap((dialect) =>
		operationsOf(dialect).map(({ path, method }): Documented => {
			const pattern = new RegExp(`^${path.replaceAll(".", "\\.").replaceAll(/\{\w+\}/g, "[^/]+")}$`);
			return { dialect, path, pattern, method };
		}),
	);
	// An address without parameters goes before one with some.
	operations.sort((a, b) => Number(a.path.includes("{")) - Number(b.path.includes("{")));
	return { ajv, documents, operations };
}

const escaped = (part: string) => part.replaceAll("~", "~0").replaceAll("/", "~1");

/** Refuses an answer that the documents do not tell of. Addresses that no document knows are nobody's promise. */
export function holdToDocument({ method = "GET", path }: Sent, reply: Reply) {
	known ??= read();
	const { ajv, documents, operations } = known;
	const address = endpointPath(path);
	const first = operations.find((one) => one.pattern.test(address));
	const operation = operations.find((one) => one.path === first?.path && one.method === method);
	if (!operation) return;

	const document = documents.get(operation.dialect);
	const item = document?.paths?.[operation.path];
	const responses = item?.[method.toLowerCase() as "get"]?.responses as Record<string, Response> | undefined;
	const status = responses?.[reply.status] || reply.status < 400 ? `${reply.status}` : "default";
	const told = responses?.[status];
	const shared = told?.$ref?.split("/").at(-1);
	const response = shared ? (document?.components?.responses?.[shared] as Response | undefined) : told;
	const name = `${method} ${address} answered ${reply.status}`;
	if (!response) throw new Error(`${name}, of which its document does not tell: ${reply.body}`);
	for (const [header, own] of Object.entries(response.headers ?? {})) {
		const { required } =
			(own.$ref ? (document?.components?.headers?.[header] as Header | undefined) : own) ?? {};
		const isThere = reply.headers[header.toLowerCase()] !== undefined;
		if (required && !isThere) throw new Error(`${name} without ${header}, unlike its document`);
	}
	if (!response.content) {
		if (reply.body !== "") throw new Error(`${name} with a body, which its document does not have`);
		return;
	}
	const type = Object.keys(response.content).find((one) => reply.headers["content-type"]?.startsWith(one));
	if (!type) throw new Error(`${name} as ${reply.headers["content-type"]}, unlike its document`);
	const own = ["paths", operation.path, method.toLowerCase(), "responses", status];
	const place = [...(shared ? ["components", "responses", shared] : own), "content", type];
	const ref = `${operation.dialect}#/${place.map(escaped).join("/")}/schema`;
	const validate = ajv.getSchema(ref);
	if (!validate) throw new Error(`there is no schema at ${ref}`);
	if (validate(JSON.parse(reply.body))) return;
	throw new Error(`${name}, unlike its document: ${ajv.errorsText(validate.errors)} in ${reply.body}`);
}
