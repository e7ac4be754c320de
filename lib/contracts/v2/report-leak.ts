import { z } from "zod";
import { LEAK_TEXTS_MAX, LeakNote, LeakUrl } from "#lib/core/keys/leak.ts";

const TEXT_MAX = 512;
const NUMBER_OF_KEYS = `Send 1 to ${LEAK_TEXTS_MAX} texts.`;

/** Texts that somebody found and takes for keys. What is none is welcome too: it is counted and forgotten. */
export const ReportLeakBody = z.strictObject({
	keys: z
		.array(
			z
				.string({ error: "A key must be a string." })
				.max(TEXT_MAX, { error: `A key may have up to ${TEXT_MAX} characters.` }),
			{ error: "keys must be an array of strings." },
		)
		.min(1, { error: NUMBER_OF_KEYS })
		.max(LEAK_TEXTS_MAX, { error: NUMBER_OF_KEYS }),
	note: LeakNote.default(""),
	url: LeakUrl.optional(),
});
