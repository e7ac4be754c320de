import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

const ROOT = path.join(import.meta.dirname, "..");

/** A class that names a side of the screen, with the variants and the sign that may stand before it. */
const PHYSICAL =
	/(?<=["'`\s])(?:[^\s"'`]*:)?-?(?:(?:scroll-)?[mp][lr]-|(?:inset-)?(?:left|right)-(?:\d|\[|\(|auto|full|px)|border-[lr](?![a-z])|rounded-[tb]?[lr](?![a-z])|text-(?:left|right)(?![a-z-])|float-(?:left|right)|clear-(?:left|right))[^\s"'`]*/g;

const physicalIn = (source: string) => source.match(PHYSICAL) ?? [];

const screens = ["app", "components"].flatMap((folder) =>
	readdirSync(path.join(ROOT, folder), { recursive: true, encoding: "utf8" })
		.filter((file) => /(?<!\.test)\.tsx?$/.test(file))
		.map((file) => path.join(folder, file)),
);

test.each([
	`className="ml-2"`,
	`"first:pl-5 x"`,
	`"-mr-px"`,
	"`sm:left-auto`",
	`"-left-[9px]"`,
	`"text-right"`,
	`"md:border-l"`,
	`"rounded-tl-lg"`,
])("%s names a side of the screen", (source) => {
	expect(physicalIn(source)).toHaveLength(1);
});

test.each([
	`"ms-2 pe-4 start-0 text-start border-s rounded-ss-lg"`,
	`"right-to-left"`,
	`"border-line rounded-lg"`,
])("%s does not", (source) => {
	expect(physicalIn(source)).toEqual([]);
});

// Where Arabic or Hebrew is read, the whole screen is turned round; what names a side stays behind.
test("no class of a screen names a side: each says start or end", () => {
	const found = screens.flatMap((file) =>
		physicalIn(readFileSync(path.join(ROOT, file), "utf8")).map((name) => `${file}: ${name}`),
	);

	expect(screens.length).toBeGreaterThan(200);
	expect(found).toEqual([]);
});

// The style sheet turns these round; a class that does so too would turn them back.
const TURNED =
	/<(?:ArrowLeft|ArrowRight|Chevron(?:First|Last|Left|Right)|ExternalLink|LogOut|Send)\b[^>]*\brtl:-?(?:rotate|scale)/;

test("no icon that the style sheet turns round is turned round once more", () => {
	expect(`<ArrowLeft aria-hidden className="size-4 rtl:rotate-180" />`).toMatch(TURNED);
	const found = screens.filter((file) => TURNED.test(readFileSync(path.join(ROOT, file), "utf8")));

	expect(found).toEqual([]);
});
