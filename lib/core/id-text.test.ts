import { expect, test } from "vitest";
import { readId } from "./id-text.ts";
import { Id, newId } from "./ids.ts";

const SOME = newId();

test.each([
	SOME,
	SOME.toUpperCase(),
	` ${SOME}`,
	`${SOME}0`,
	SOME.slice(1),
	SOME.replaceAll("-", ""),
	SOME.replace(/^./, "g"),
	"0198c1de-7b1a-0f3c-8a55-0123456789ab",
	"0198c1de-7b1a-7f3c-ca55-0123456789ab",
	"",
])("an id in an address is read as anywhere else: %j", (text) => {
	const read = readId(text);

	expect(read).toBe(Id.safeParse(text).data ?? null);
});
