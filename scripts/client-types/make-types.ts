import { writeFileSync } from "node:fs";
import { openApiDocument } from "#lib/api/openapi/document.ts";
import { typesOf } from "../openapi-client/types-of.ts";

/** Where the types are kept that a client of the native API is made with. */
export const TYPES_FILE = new URL("../../lib/testing/native-api.d.ts", import.meta.url);

/** The types of a client of the native API. */
export const makeTypes = () => typesOf(openApiDocument("native", "https://keys.example.test"));

if (import.meta.main) writeFileSync(TYPES_FILE, await makeTypes());
