import { expect, test } from "vitest";
import { refusalIn } from "./refusal-in.ts";

const say = (english: string) => ({ "No name.": "Kein Name.", "No end.": "Kein Ende." })[english] ?? english;

const NAME = { field: "name", message: "No name." };
const END = { field: "end", message: "No end." };

test("what is said of fields is translated one by one, and so is a message that joins them", () => {
	const said = refusalIn(say, { code: "invalid_input", message: "No name. No end.", fields: [NAME, END] });

	expect(said).toEqual({
		code: "invalid_input",
		message: "Kein Name. Kein Ende.",
		fields: [
			{ field: "name", message: "Kein Name." },
			{ field: "end", message: "Kein Ende." },
		],
	});
});

test("a message of its own is translated by itself", () => {
	expect(refusalIn(say, { message: "No end.", fields: [NAME, END] }).message).toBe("Kein Ende.");
	expect(refusalIn(say, { message: "No name.", fields: [] }).message).toBe("Kein Name.");
});
