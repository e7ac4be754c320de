/** Why a key that was found is revoked, for whoever looks at it. */
export const FOUND_IN_PUBLIC = "Found in public";

/** Why a location token was revoked, when the key that asked for it is over or holds less. */
export const makerEnded = (title: string) => `The key “${title}” that asked for it was changed or ended.`;

const MAKER_ENDED = new RegExp(`^${makerEnded("(.*)")}$`, "s");

/** Which of our own reasons a key was revoked for; null for one that a person wrote. */
export function ownReason(text: string): { why: "found" } | { why: "makerEnded"; title: string } | null {
	if (text === FOUND_IN_PUBLIC) return { why: "found" };
	const title = MAKER_ENDED.exec(text)?.[1];
	return title === undefined ? null : { why: "makerEnded", title };
}
