import { z } from "zod";
import { SentAnswers } from "./form-answers.ts";

/** A form that was refused: why, and what was typed. */
const SentBack = z.object({
	detail: z.string(),
	errors: z.array(z.object({ field: z.string(), message: z.string() })),
	answers: SentAnswers,
});
export type SentBack = z.output<typeof SentBack>;

/** How the gate tells the form's page of it. What a client sends under this name never gets there. */
export const SENT_BACK_HEADER = "x-latchkey-sent-back";

/** As letters that a header may hold. */
export const packSentBack = (sentBack: SentBack) => encodeURIComponent(JSON.stringify(sentBack));

/** Null when nothing was sent back. */
export const unpackSentBack = (text: string | null): SentBack | null =>
	text === null ? null : SentBack.parse(JSON.parse(decodeURIComponent(text)));
