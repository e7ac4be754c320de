import { Refusal } from "../processes.ts";
import type { Series } from "./calls.ts";
import { type Cell, measureCell } from "./cell.ts";
import type { Run } from "./run.ts";
import type { ServerProcess } from "./server-process.ts";
import { median } from "./statistics.ts";

export type Entry = { title: string; server: ServerProcess; series: Series };

/**
 * Measures every entry once in each round, so that all meet the same moods of the machine. Cells by entry. An entry that
 * gives other answers than it should takes no further part, and has no cells.
 */
export async function measureInTurns(run: Run, entries: readonly Entry[]): Promise<Cell[][]> {
	const { rounds, seconds, warmUpSeconds } = run.options;
	const cells: Cell[][] = entries.map(() => []);
	const out = new Set<Entry>();
	for (let round = 1; round <= rounds; round++) {
		for (const [index, entry] of entries.entries()) {
			if (out.has(entry)) continue;
			const { title, server, series } = entry;
			const plan = { server, series, seconds, warmUpSeconds };
			const cell = await measureCell(run.world, run.generator, plan).catch((error: unknown) => {
				if (!(error instanceof Refusal)) throw error;
				return error;
			});
			if (cell instanceof Refusal) {
				run.say(`given up: ${title}: ${cell.message}`);
				run.skipped.push({ title, reason: cell.message });
				out.add(entry);
				cells[index] = [];
				continue;
			}
			cells[index]?.push(cell);
			run.say(
				`round ${round}/${rounds}  ${title}: ${count(cell.requestsPerSecond)} req/s, ` +
					`p99 ${cell.p99Ms.toFixed(2)} ms, ${cell.serverMicros.toFixed(1)} µs`,
			);
		}
	}
	return cells;
}

export type Figure = "serverMicros" | "requestsPerSecond";

/** The middle of the rounds' ratios; both sides of each met the same machine. NaN where a side is missing. */
export const ratioOf = (above: readonly Cell[] = [], below: readonly Cell[] = [], figure: Figure): number =>
	median(
		above.flatMap((cell, round) => {
			const other = below[round];
			return other ? [cell[figure] / other[figure]] : [];
		}),
	);

/** A whole number as people read it. */
export const count = (value: number) => Math.round(value).toLocaleString("en");
