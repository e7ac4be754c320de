import { z } from "zod";

const LIMIT_MAX = 100;
const LIMIT_MESSAGE = `limit must be a whole number from 1 to ${LIMIT_MAX}.`;

/** How many things a page of a list has. */
export const limit = (usual: number) =>
	z
		.string()
		.regex(/^\d{1,3}$/, { error: LIMIT_MESSAGE })
		.transform(Number)
		.refine((count) => count >= 1 && count <= LIMIT_MAX, { error: LIMIT_MESSAGE })
		.optional()
		.transform((count) => count ?? usual)
		.meta({
			description: "How many there are on a page.",
			override: { type: "integer", minimum: 1, maximum: LIMIT_MAX, default: usual },
		});
