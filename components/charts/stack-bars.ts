import { scaleBand, scaleLinear } from "d3-scale";

/** What little there is stays visible beside what is much. */
const LEAST_PX = 2;
/** Parts of a bar do not touch. */
const SEAM_PX = 1;
const TICKS = 4;
/** Few bars stay slim. */
const WIDEST_PERCENT = 12;

export type ChartStep = { start: string; counts: Readonly<Record<string, number>> };

export const totalOf = (step: ChartStep, ids: readonly string[]) =>
	ids.reduce((sum, id) => sum + (step.counts[id] ?? 0), 0);

/** Where each part of each bar lies: across in percent of the width, upwards in pixels of the height. */
export function stackBars(steps: readonly ChartStep[], ids: readonly string[], height: number) {
	const most = Math.max(0, ...steps.map((step) => totalOf(step, ids)));
	const room = height - ids.length * LEAST_PX;
	const up = scaleLinear([0, Math.max(most, 1)], [0, room]).nice(TICKS);
	const across = scaleBand(steps.keys(), [0, 100]).paddingInner(0.25).paddingOuter(0.125);

	const width = Math.min(across.bandwidth(), WIDEST_PERCENT);
	const indent = (across.bandwidth() - width) / 2;

	const bars = steps.map((step, index) => {
		let top = height;
		const parts = ids.flatMap((id) => {
			const count = step.counts[id] ?? 0;
			if (count === 0) return [];
			const tall = Math.max(up(count), LEAST_PX);
			top -= tall;
			return [{ id, y: top, height: tall > 2 * LEAST_PX ? tall - SEAM_PX : tall }];
		});
		return { x: (across(index) ?? 0) + indent, width, parts };
	});
	const ticks = up
		.ticks(TICKS)
		.filter(Number.isInteger)
		.map((value) => ({ value, y: height - up(value) }));
	return { bars, ticks, most };
}

/** The steps that are named below the chart: the first, the last and some between, evenly. */
export function namedSteps(many: number, names: number) {
	const gaps = Math.min(many, names) - 1;
	if (gaps < 1) return [...Array(Math.min(many, 1)).keys()];
	return Array.from({ length: gaps + 1 }, (_, index) => Math.round((index * (many - 1)) / gaps));
}
