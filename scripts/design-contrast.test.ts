import { readFileSync } from "node:fs";
import path from "node:path";
import { clampRgb, displayable, wcagContrast } from "culori";
import { expect, test } from "vitest";

const read = (file: string) => readFileSync(path.join(import.meta.dirname, "..", file), "utf8");

const OKLCH = /oklch\([^)]*\)/g;

/** Every colour of the style sheet by its name: in light and in dark. */
const colours = new Map(
	[...read("app/globals.css").matchAll(/--color-([a-z-]+):([^;]+);/g)].map(([, name = "", value = ""]) => {
		const [light = "", dark = light] = value.match(OKLCH) ?? [];
		return [name, { light, dark }] as const;
	}),
);

type Theme = "light" | "dark";

const THEMES: readonly Theme[] = ["light", "dark"];

function colourOf(name: string, theme: Theme) {
	const colour = clampRgb(colours.get(name)?.[theme] ?? "");
	if (!colour) throw new Error(`globals.css has no colour ${name}`);
	return colour;
}

/** The lowest contrast over the grounds, cut off after one digit, so that 4.46 does not pass as 4.5. */
const lowest = (name: string, grounds: readonly string[], theme: Theme) =>
	Math.floor(
		Math.min(...grounds.map((ground) => wcagContrast(colourOf(name, theme), colourOf(ground, theme)))) * 10,
	) / 10;

/** The table of docs/design.md: a colour, its grounds, the figures, and how much it needs. */
const promises = [
	...read("docs/design.md").matchAll(
		/^\| `([a-z-]+)` +\| ([^|]+)\| +([\d.]+) \| +([\d.]+) \| +([\d.]+) \|$/gm,
	),
].map(([, name = "", grounds = "", light, dark, needed]) => ({
	name,
	grounds: [...grounds.matchAll(/`([a-z-]+)`/g)].map(([, ground = ""]) => ground),
	figures: { light: Number(light), dark: Number(dark) },
	needed: Number(needed),
}));

test("the design names what has to be read, and each tone of the charts", () => {
	const named = promises.map(({ name }) => name);

	expect(named).toEqual(
		expect.arrayContaining(["ink", "ink-muted", "ink-faint", "accent-ink", "on-accent", "edge"]),
	);
	expect(named).toEqual(
		expect.arrayContaining([...colours.keys()].filter((name) => name.startsWith("chart-"))),
	);
});

test.each(promises)(
	"$name can be told from its grounds in light and in dark",
	({ name, grounds, needed }) => {
		for (const theme of THEMES) expect(lowest(name, grounds, theme), theme).toBeGreaterThanOrEqual(needed);
	},
);

test.each(promises)("the design tells the contrast of $name as it is", ({ name, grounds, figures }) => {
	const measured = { light: lowest(name, grounds, "light"), dark: lowest(name, grounds, "dark") };

	expect(figures).toEqual(measured);
});

// What lies outside is shown by each browser as it thinks best.
test.each(THEMES)("every colour can be shown by every screen, in %s", (theme) => {
	const outside = [...colours].filter(([, colour]) => !displayable(colour[theme])).map(([name]) => name);

	expect(outside).toEqual([]);
});
