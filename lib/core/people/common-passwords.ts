import { dictionary } from "@zxcvbn-ts/language-common";

let known: ReadonlySet<string> | undefined;

/** Whether half the world uses this as a password. Lower case; the list is big, so it stays on the server. */
export function isCommonPassword(text: string) {
	known ??= new Set(dictionary["passwords-common"]);
	return known.has(text);
}
