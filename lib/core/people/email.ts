import { z } from "zod";
import { PASSWORD_MAX, passwordLength } from "./password-limits.ts";

const EMAIL_MAX = 254;
const EMAIL_ERROR = "Enter an e-mail address, such as name@example.com.";
const ASCII_PRINTABLE = /^[\x21-\x7e]+$/;

/**
 * An e-mail address in the form that people are found by: trimmed, lower case, plain ASCII. Look-alike characters are
 * refused before any case mapping could turn them into the letters they imitate.
 */
export const Email = z
	.string({ error: EMAIL_ERROR })
	.trim()
	.max(EMAIL_MAX, { error: EMAIL_ERROR })
	.regex(ASCII_PRINTABLE, { error: EMAIL_ERROR })
	.toLowerCase()
	.pipe(z.email({ error: EMAIL_ERROR }));

/** A password as it was typed. Longer than this is nobody's password, only work. */
export const TypedPassword = z
	.string({ error: "Enter your password." })
	.min(1, { error: "Enter your password." })
	.refine((text) => passwordLength(text) <= PASSWORD_MAX, {
		error: `A password has up to ${PASSWORD_MAX} characters.`,
	});
