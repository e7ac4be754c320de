/** What a check found out: figures for the reader, and sentences about what did not hold. */
export type Findings = {
	figures: Map<string, string>;
	failures: string[];
	/** Parts that could not be tried here, with the reason. */
	skipped: string[];
};

export const noFindings = (): Findings => ({ figures: new Map(), failures: [], skipped: [] });

export function figure(found: Findings, name: string, value: number | string, unit = ""): void {
	const text = typeof value === "number" ? String(round(value)) : value;
	found.figures.set(name, unit === "" ? text : `${text} ${unit}`);
}

/** Notes a sentence about what should have been, unless it was. */
export function expect(found: Findings, holds: boolean, sentence: string): void {
	if (!holds) found.failures.push(sentence);
}

/** What was answered, most often first: "REVOKED 12, unavailable 1". */
export function tally(answers: readonly { code: string }[]): string {
	const counts = Map.groupBy(answers, ({ code }) => code);
	return [...counts]
		.sort(([, a], [, b]) => b.length - a.length)
		.map(([code, { length }]) => `${code} ${length}`)
		.join(", ");
}

export type Spread = { count: number; p50: number; p99: number; max: number };

/** Of no values at all every figure is NaN, which no bound allows. */
export function spread(values: readonly number[]): Spread {
	const sorted = [...values].sort((a, b) => a - b);
	const at = (share: number) => sorted[Math.ceil(share * sorted.length) - 1] ?? Number.NaN;
	return { count: sorted.length, p50: at(0.5), p99: at(0.99), max: at(1) };
}

/** The spread as one figure, held against upper bounds in milliseconds. */
export function bound(
	found: Findings,
	name: string,
	values: readonly number[],
	bounds: Partial<Record<"p50" | "p99" | "max", number>>,
): void {
	const { p50, p99, max } = spread(values);
	figure(found, name, `p50 ${round(p50)} p99 ${round(p99)} max ${round(max)} ms`);
	for (const [key, most] of Object.entries(bounds) as ["p50" | "p99" | "max", number][]) {
		const value = { p50, p99, max }[key];
		expect(found, value <= most, `${name}: ${key} is ${round(value)} ms, and may be ${most} ms`);
	}
}

const round = (value: number) => Math.round(value * 10) / 10;
