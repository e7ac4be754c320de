/**
 * The text of an API key: `lk_agy_` or `lk_loc_`, 32 random base62 characters (190 bits), then CRC32 of all that
 * stands before as six base62 characters. The checksum lets a scanner and our own front door refuse junk without a
 * look-up; it is no secret and proves nothing.
 */
import { randomBytes } from "node:crypto";
import { crc32 } from "node:zlib";
import type { KeyLevel } from "./key.ts";

const ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const RANDOM_LENGTH = 32;
const CHECKSUM_LENGTH = 6;
/** The largest multiple of 62 in a byte; bytes from here on are thrown away, so that no character is likelier. */
const UNBIASED_LIMIT = 248;

const PREFIXES: Record<KeyLevel, string> = { AGENCY: "lk_agy_", LOCATION: "lk_loc_" };
const PREFIX_LENGTH = PREFIXES.AGENCY.length;

export const KEY_LENGTH = PREFIX_LENGTH + RANDOM_LENGTH + CHECKSUM_LENGTH;

/** What a secret scanner looks for, in the syntax that JavaScript and RE2 share. */
export const KEY_SHAPE = `(?:${Object.values(PREFIXES).join("|")})[0-9A-Za-z]{${RANDOM_LENGTH + CHECKSUM_LENGTH}}`;

/** How every key begins: what a scanner looks for first. */
export const KEY_STARTS: readonly string[] = Object.values(PREFIXES);

export const KEY_PATTERN = new RegExp(`^${KEY_SHAPE}$`);

function randomText(length: number) {
	let text = "";
	while (text.length < length) {
		for (const byte of randomBytes(length * 2)) {
			if (byte < UNBIASED_LIMIT && text.length < length) text += ALPHABET[byte % 62];
		}
	}
	return text;
}

function checksum(body: string) {
	let rest = crc32(body);
	let text = "";
	for (let place = 0; place < CHECKSUM_LENGTH; place++) {
		text = ALPHABET[rest % 62] + text;
		rest = Math.floor(rest / 62);
	}
	return text;
}

export type NewSecret = { plaintext: string; prefix: string; lastFour: string };

/** Makes the text of a new key. The plaintext goes to the person who asked for it and nowhere else. */
export function generateSecret(level: KeyLevel): NewSecret {
	const body = PREFIXES[level] + randomText(RANDOM_LENGTH);
	return { plaintext: body + checksum(body), prefix: PREFIXES[level], lastFour: body.slice(-4) };
}

/** Whether a text has the shape and the checksum of a key. Says nothing about whether the key exists. */
export function isKeyText(text: string) {
	if (text.length !== KEY_LENGTH || !KEY_PATTERN.test(text)) return false;
	return checksum(text.slice(0, -CHECKSUM_LENGTH)) === text.slice(-CHECKSUM_LENGTH);
}

/** The texts within a text that have the shape and the checksum of a key, each once. */
export const findKeyTexts = (text: string) =>
	[...new Set(text.match(new RegExp(KEY_SHAPE, "g")))].filter(isKeyText);
