import { describe, expect, test } from "vitest";
import { AppError } from "#lib/core/errors.ts";
import { sentences as german } from "#lib/core/texts/de/sentences.ts";
import { dictionaryOf, sentenceIn } from "#lib/core/texts/sentence-in.ts";
import { answerDownload, csvAnswer } from "./csv-answer.ts";

const fileOf = (...cells: string[]) => csvAnswer("x.csv", { name: "Name", note: "Note" }, rowsOf(cells));

async function* rowsOf(cells: string[]) {
	for (const name of cells) yield { name, note: "n" };
}

const linesOf = async (answer: Response) => (await answer.text()).split("\r\n").slice(1, -1);

test("a file comes as a download that nobody keeps, with a line of headings", async () => {
	const answer = fileOf("a");

	expect(Object.fromEntries(answer.headers)).toMatchObject({
		"cache-control": "no-store",
		"content-disposition": 'attachment; filename="x.csv"',
		"content-type": expect.stringContaining("text/csv"),
	});
	expect(await answer.text()).toBe("Name,Note\r\na,n\r\n");
});

test("a file without rows has its headings all the same", async () => {
	expect(await fileOf().text()).toBe("Name,Note\r\n");
});

// A spreadsheet would run these for whoever opens the file.
test.each(["=HYPERLINK(1)", "+1+1", "-2+3", "@SUM(1)", "\t=1", "\r=1", "＝1", "＋1", "－1", "＠x"])(
	"%j is text in a spreadsheet",
	async (cell) => {
		const [line = ""] = (await fileOf(cell).text()).split("Name,Note\r\n").slice(1);

		expect(line.replace(/^"/, "")).toMatch(/^'/);
	},
);

test.each([
	['say "hi", please', '"say ""hi"", please",n'],
	["two\nlines", '"two\nlines",n'],
	["Ünïcode 🔑", "Ünïcode 🔑,n"],
	['{"title":"=1"}', '"{""title"":""=1""}",n'],
	["", ",n"],
])("%j stays one cell", async (cell, line) => {
	expect(await linesOf(fileOf(cell))).toEqual([line]);
});

test("rows are read only as they are taken", async () => {
	let read = 0;
	async function* endless() {
		for (;;) {
			read += 1;
			yield { name: "x".repeat(1_000), note: "" };
		}
	}
	const reader = csvAnswer("x.csv", { name: "Name", note: "Note" }, endless()).body?.getReader();

	await reader?.read();
	const readAhead = read;
	await reader?.cancel();

	expect(readAhead).toBeLessThan(500);
});

test("a file whose rows cannot be read breaks off, and does not look whole", async () => {
	async function* broken() {
		yield { name: "a", note: "" };
		throw new Error("gone");
	}

	await expect(csvAnswer("x.csv", { name: "Name", note: "Note" }, broken()).text()).rejects.toThrow();
});

describe("where there is no file", () => {
	const dictionary = dictionaryOf(german);
	const inGerman = (english: string) => sentenceIn(dictionary, english);
	const openFrom = "Open the audit log and export it from there.";
	const asked = (work: () => Promise<Response>, from = "same-origin") =>
		answerDownload(
			new Request("https://crm.example.test/export", { headers: { "sec-fetch-site": from } }),
			inGerman,
			openFrom,
			work,
		);
	const refusing = async () => {
		throw new AppError("forbidden", "Your role here does not allow this.");
	};

	test("the reader is told why in their language, and nobody keeps it", async () => {
		const answer = await asked(refusing);

		expect(await answer.text()).toBe("Ihre Rolle hier erlaubt das nicht.");
		expect(answer.status).toBe(403);
		expect(answer.headers.get("cache-control")).toBe("no-store");
	});

	test("whoever follows another site's link is told in theirs where to take it from", async () => {
		const answer = await asked(async () => fileOf("a"), "cross-site");

		expect(await answer.text()).toBe("Öffnen Sie das Audit-Protokoll und exportieren Sie es von dort aus.");
		expect(answer.status).toBe(403);
	});

	test("what nobody foresaw is no refusal", async () => {
		const broken = async () => {
			throw new Error("gone");
		};

		await expect(asked(broken)).rejects.toThrow("gone");
	});
});
