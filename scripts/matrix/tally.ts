/** Cells that were asked, and how each was answered. */
export type Tally = {
	/** Notes a cell; one that was not answered as the table says is wrong. */
	note: (cell: string, expected: string, got: string) => void;
	wrong: () => string[];
	/** One line: how many cells, and how many of each answer. */
	summary: () => string;
};

export function newTally(): Tally {
	const wrong: string[] = [];
	const answers = new Map<string, number>();
	return {
		note(cell, expected, got) {
			const [kind = ""] = got.split("?");
			answers.set(kind, (answers.get(kind) ?? 0) + 1);
			if (got !== expected) wrong.push(`${cell}: ${got} instead of ${expected}`);
		},
		wrong: () => wrong,
		summary() {
			const parts = [...answers].sort(([one], [other]) => one.localeCompare(other));
			const cells = parts.reduce((sum, [, count]) => sum + count, 0);
			return `${cells} cells: ${parts.map(([answer, count]) => `${count} ${answer}`).join(", ")}`;
		},
	};
}
