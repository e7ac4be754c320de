import { expect, test } from "vitest";
import { AUDIT_ACTIONS } from "#lib/core/audit.ts";
import { englishOf } from "#lib/core/texts/english.ts";
import { actionWords, fieldWords, subjectWords } from "./audit-words.ts";

const t = englishOf("audit");

test.each(AUDIT_ACTIONS)("%s has words", (action) => {
	expect(actionWords(t, action)).not.toBe(action);
});

test("what a later release has written is named by its code", () => {
	expect(actionWords(t, "key.teleport")).toBe("key.teleport");
	expect(subjectWords(t, "robot")).toBe("robot");
	expect(fieldWords(t, "isWarp9Ready")).toBe("Is warp9 ready");
});
