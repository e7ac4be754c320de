import { createParser } from "nuqs/server";
import { readId } from "#lib/core/id-text.ts";

/** An id in the address; what is none falls back to nothing. */
export const parseAsId = createParser({ parse: readId, serialize: (id) => id });
