import { z } from "zod";

/**
 * Control characters, lone surrogates, what takes the place of broken bytes, and all that is invisible or reorders text,
 * but for the look of emoji.
 */
const UNSAFE = /[[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\ufffd]--[\ufe0e\ufe0f]]/v;
const characters = (text: string) => [...text].length;

/** One line of text: NFC, trimmed, 1 to `max` characters, nothing invisible. */
export const singleLine = (max: number, name: string) =>
	z
		.string({ error: `${name} is required.` })
		.transform((text) => text.normalize("NFC").trim())
		.refine((text) => text.length > 0, { error: `${name} is required.` })
		.refine((text) => characters(text) <= max, { error: `${name} may have up to ${max} characters.` })
		.refine((text) => !UNSAFE.test(text), {
			error: `${name} has a broken, control or text-direction character. Please type it again.`,
		});

/** Several lines of text, possibly none: NFC, trimmed, up to `max` characters. */
export const multiLine = (max: number, name: string) =>
	z
		.string()
		.transform((text) => text.normalize("NFC").replaceAll("\r\n", "\n").trim())
		.refine((text) => characters(text) <= max, { error: `${name} may have up to ${max} characters.` })
		.refine((text) => !UNSAFE.test(text.replaceAll("\n", "")), {
			error: `${name} has a broken, control or text-direction character. Please type it again.`,
		});

/** What two texts must share to count as the same name: case, width and runs of space do not matter. */
export const foldName = (text: string) => text.normalize("NFKC").toLowerCase().replace(/\s+/gu, " ").trim();
