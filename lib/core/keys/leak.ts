import { z } from "zod";
import { multiLine, singleLine } from "../text.ts";

/** As many texts may be reported at once. */
export const LEAK_TEXTS_MAX = 1_000;
export const LEAK_NOTE_MAX = 500;
const URL_MAX = 2_000;

/** Where a key was found, in the finder's words; possibly none. */
export const LeakNote = multiLine(LEAK_NOTE_MAX, "The note");

/** The address at which a key was found. It is shown as text and never opened. */
export const LeakUrl = singleLine(URL_MAX, "The URL").pipe(
	z.url({ protocol: /^https?$/, error: "The URL must begin with http:// or https://." }),
);
