import { z } from "zod";
import { IN_PLAIN_WORDS } from "../plain-issues.ts";

/** Text that may be left empty: null and blank text say that there is none. */
export const optionalText = <T>(schema: z.ZodType<T, string>, error: string) =>
	z
		.string({ error })
		.nullable()
		.transform((text, context): T | null => {
			if (text === null || text.trim() === "") return null;
			const parsed = schema.safeParse(text, IN_PLAIN_WORDS);
			if (parsed.success) return parsed.data;
			context.addIssue({ code: "custom", message: parsed.error.issues[0]?.message ?? error });
			return z.NEVER;
		});
