import type { Translator } from "#components/texts/translator.ts";

type T = Translator<"audit">;
type Place = "actions" | "subjects" | "fields";
type Name = Extract<Parameters<T["has"]>[0], `${Place}.${string}`>;

/** Who did something, or that nobody knows: strangers have no name of their own. */
export const actorName = (t: T, { kind, name }: { kind: string; name: string }) =>
	kind === "stranger" ? t("stranger") : name;

/** What somebody did. */
export const actionWords = (t: T, action: string) => wordsAt(t, "actions", action) ?? action;

/** The kind of what something was done to. */
export const subjectWords = (t: T, kind: string) => wordsAt(t, "subjects", kind) ?? kind;

/** The name of what is recorded: "allowedAddresses" as people write it. */
export const fieldWords = (t: T, field: string) => wordsAt(t, "fields", field) ?? spelledOut(field);

/** Null for what a later release has written. */
function wordsAt(t: T, place: Place, code: string) {
	const name = `${place}.${code}` as Name;
	return t.has(name) ? t(name) : null;
}

function spelledOut(name: string) {
	const words = name.replace(/([a-z0-9])([A-Z])/g, "$1 $2").toLowerCase();
	return words.charAt(0).toUpperCase() + words.slice(1);
}
