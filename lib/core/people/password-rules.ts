import { isCommonPassword } from "./common-passwords.ts";
import { PASSWORD_MAX, passwordLength, passwordMin } from "./password-limits.ts";

export type PasswordOwner = { email: string; name: string; hasSecondFactor: boolean };

const PRODUCT_WORDS = ["latchkey", "agencies", "agency", "locations", "location", "apikey", "console"];
/** Rows and columns of a keyboard, the alphabet, the digits: whatever a finger types by sliding. */
const RUNS = [
	"abcdefghijklmnopqrstuvwxyz",
	"01234567890123456789012345678901234567890",
	"1234567890qwertyuiopasdfghjklzxcvbnm",
	"1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p",
].flatMap((run) => [run, [...run].reverse().join("")]);
/** A repeated pattern up to this long is no password; a longer one is judged by what it repeats. */
const PATTERN_MAX = 7;
const WORD_MIN = 3;

/** Why this cannot be the person's password, in a sentence for them, or null when it can. On the server alone. */
export function passwordProblems(password: string, owner: PasswordOwner): string | null {
	const min = passwordMin(owner.hasSecondFactor);
	const length = passwordLength(password);
	if (length > PASSWORD_MAX) return `A password may have up to ${PASSWORD_MAX} characters.`;
	if (length < min) {
		const tooShort = `A password needs at least ${min} characters.`;
		return owner.hasSecondFactor ? tooShort : `${tooShort} With a second factor, 8 are enough.`;
	}
	const text = password.normalize("NFKC").toLowerCase();
	if (isPattern(text)) return "This password repeats one short pattern. Choose something less regular.";
	const plain = alphanumeric(text);
	if (RUNS.some((run) => run.includes(plain))) {
		return "This password runs along the keyboard or the alphabet. Choose something less regular.";
	}
	return describeWords(text, plain, owner);
}

function describeWords(text: string, plain: string, owner: PasswordOwner): string | null {
	const own = ownWords(owner);
	if (isMostly(plain, own)) {
		return "This password is mostly your name or e-mail address, which are the first things that others try.";
	}
	if (isMostly(plain, PRODUCT_WORDS)) {
		return "This password is mostly words of this product, which are the first things that others try.";
	}
	const rest = without(plain, [...own, ...PRODUCT_WORDS]);
	if ([text, plain, rest].some((part) => part !== "" && isCommonInDisguise(part))) {
		return "This password is one of the most common, or one of those with a little around it.";
	}
	return null;
}

const alphanumeric = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, "");

/** The shortest beginning that, said again and again, makes the text. */
function repeatedUnit(text: string): string {
	for (let size = 1; size < text.length; size++) {
		if (text.startsWith(text.slice(size))) return text.slice(0, size);
	}
	return text;
}

function isPattern(text: string) {
	const { length } = repeatedUnit(text);
	return length <= PATTERN_MAX && length * 2 <= text.length;
}

/** The address whole and in parts, the name whole and in parts. Parts of a letter or two are in everything. */
const ownWords = ({ email, name }: PasswordOwner) =>
	[email, name]
		.map((text) => text.normalize("NFKC").toLowerCase())
		.flatMap((text) => [text, ...text.split(/[^\p{L}\p{N}]+/u)])
		.map(alphanumeric)
		.filter((word) => word.length >= WORD_MIN)
		.sort((a, b) => b.length - a.length);

const without = (text: string, words: readonly string[]) =>
	words.reduce((left, word) => left.replaceAll(word, ""), text);

const isMostly = (text: string, words: readonly string[]) =>
	without(text, words).length * 2 < text.length || text === "";

const LOOK_ALIKES: Readonly<Record<string, string>> = {
	"@": "a",
	"4": "a",
	"3": "e",
	"1": "i",
	"!": "i",
	"0": "o",
	$: "s",
	"5": "s",
	"7": "t",
};

const withLetters = (text: string) => text.replace(/[@431!0$57]/g, (sign) => LOOK_ALIKES[sign] ?? sign);

/** A common password as it is, repeated, between digits and signs, or written with look-alikes. */
function isCommonInDisguise(text: string) {
	const bare = text.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, "");
	const trailing = text.replace(/[^\p{L}\p{N}@$!]+$/u, "").replace(/\d+$/, "");
	return [text, bare, trailing, withLetters(bare), withLetters(trailing)]
		.filter((part) => part.length >= WORD_MIN)
		.some((part) => isCommonPassword(part) || isCommonPassword(repeatedUnit(part)));
}
