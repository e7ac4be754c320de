import { expect } from "vitest";

const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const INSTANT = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;

/**
 * What a real answer must be, to be one that is shown: the same members with the same values, whatever others there are. Ids,
 * moments, numbers and texts that are cut off with "…" are the installation's own, and of the same kind.
 */
export function likeness(shown: unknown): unknown {
	if (Array.isArray(shown)) return shown.length === 0 ? [] : expect.arrayContaining(shown.map(likeness));
	if (typeof shown === "number") return expect.any(Number);
	if (typeof shown === "string") return textLike(shown);
	if (typeof shown !== "object" || shown === null) return shown;
	const members = Object.entries(shown).map(([name, member]) => [name, likeness(member)] as const);
	return members.length === 0 ? {} : expect.objectContaining(Object.fromEntries(members));
}

function textLike(shown: string) {
	if (ID.test(shown)) return expect.stringMatching(ID);
	if (INSTANT.test(shown)) return expect.stringMatching(INSTANT);
	const [start, end] = shown.split("…");
	if (end === undefined) return shown;
	return expect.stringMatching(new RegExp(`^${literally(start ?? "")}.+${literally(end)}$`));
}

const literally = (text: string) => text.replaceAll(/[^\w ]/g, "\\$&");
