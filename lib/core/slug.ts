import { z } from "zod";

/** A name in an address: lower-case letters, digits and single hyphens. */
export const Slug = z
	.string()
	.max(60)
	.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
