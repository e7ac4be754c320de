import type { oas31 } from "zod-openapi";
import { env } from "#lib/config/env.ts";
import { processWide } from "#lib/config/process-wide.ts";
import type { Dialect } from "../route.ts";
import { DIALECTS, openApiDocument } from "./document.ts";

/** The dialect of this name, if there is one. */
export const dialectNamed = (name: string) => DIALECTS.find((dialect) => dialect === name);

/** The document of a dialect at this installation's own address, made once. */
export function readDocument(dialect: Dialect): oas31.OpenAPIObject {
	const made = processWide("openapi-documents", () => new Map<Dialect, oas31.OpenAPIObject>());
	const document = made.get(dialect) ?? openApiDocument(dialect, env().APP_ORIGIN);
	made.set(dialect, document);
	return document;
}
