/** The value below which the given share (0 to 1) of the values lies. NaN for no values. */
export function quantile(values: readonly number[], share: number): number {
	const sorted = [...values].sort((a, b) => a - b);
	return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

/** The middle value, or the mean of the two in the middle. NaN for no values. */
export function median(values: readonly number[]): number {
	const sorted = [...values].sort((a, b) => a - b);
	const upper = sorted[sorted.length >> 1] ?? Number.NaN;
	const lower = sorted[(sorted.length - 1) >> 1] ?? Number.NaN;
	return (lower + upper) / 2;
}

/** How far the values lie apart, as a share of their median: 0.1 is ten percent. */
export const spread = (values: readonly number[]) =>
	(Math.max(...values) - Math.min(...values)) / median(values);
