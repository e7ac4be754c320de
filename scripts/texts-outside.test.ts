import { globSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import { describe, expect, test } from "vitest";
import { textsOutside } from "./texts-outside.ts";

const ROOT = join(import.meta.dirname, "..");

/** Documents for developers are English, by decision 0029. */
const ENGLISH = [
	"app/developers/",
	// What programs are shown as, and what developers of Latchkey alone see.
	"components/samples/",
	"app/design/",
	// Heads of columns that programs read.
	"app/(console)/agencies/[agency]/keys/export/",
];

/** Names, addresses and codes that look the same in every language. */
const SAME_EVERYWHERE = [
	"203.0.113.7 2001:db8::/32",
	"alters",
	"Latchkey",
	"… · Latchkey",
	"name@example.com",
	"https://example.com/offer",
	"https://example.com/thanks",
	"https://hooks.example.com/crm",
	"https://hooks.example.com/latchkey",
	"lk_agy_••••Ab12",
	"HTML",
	"curl and openssl",
	"Node",
];

const screens = globSync("{app,components}/**/*.{ts,tsx}", { cwd: ROOT })
	.map((path) => path.split(sep).join("/"))
	.filter((path) => !/\.test\.tsx?$|\.d\.ts$/.test(path))
	.map((path) => ({
		path,
		findings: textsOutside(path, readFileSync(join(ROOT, path), "utf8"))
			.filter(({ text }) => !SAME_EVERYWHERE.includes(text))
			.map(({ line, text }) => `${path}:${line} ${text}`),
	}));

const isUnder = (folders: readonly string[], path: string) =>
	folders.some((folder) => path.startsWith(folder));

test("screens say nothing that is not in the catalogue", () => {
	const checked = screens.filter(({ path }) => !isUnder(ENGLISH, path));

	expect(checked.flatMap(({ findings }) => findings)).toEqual([]);
});

describe("words in a screen's source are found", () => {
	const found = (source: string) => textsOutside("screen.tsx", source).map(({ text }) => text);

	test.each([
		["<p>Hello there</p>", ["Hello there"]],
		['<p>{isNew ? "New" : "Old"}</p>', ["New", "Old"]],
		["<p>{`some keys`}</p>", ["some keys"]],
		['<p>{name || "Nobody"}</p>', ["Nobody"]],
		['<input aria-label="Search" placeholder="Type here" />', ["Search", "Type here"]],
		['<Panel title={isOn ? "On" : "Off"} />', ["On", "Off"]],
		['tellDone("Saved")', ["Saved"]],
		['({ label: "Name" })', ["Name"]],
	])("%s", (source, texts) => {
		expect(found(source)).toEqual(texts);
	});

	test.each([
		'<p className="text-sm">{t("hello")}</p>',
		'<input type="text" name="email" />',
		"<p>–</p>",
		'({ value: "OPEN" })',
		'({ title: "max-md:order-first max-md:pe-10" })',
	])("and no others: %s", (source) => {
		expect(found(source)).toEqual([]);
	});
});
