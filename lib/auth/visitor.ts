import { z } from "zod";
import { LANGUAGES } from "#lib/core/texts/languages.ts";

/** Where somebody signs in from. next-auth hands it on as text: whatever is no language of ours is none. */
export const Visitor = z.object({
	address: z.string(),
	client: z.string(),
	language: z.enum(LANGUAGES).nullable().catch(null),
});
