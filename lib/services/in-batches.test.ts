import { expect, test } from "vitest";
import { inBatches } from "./in-batches.ts";

/** A table of so many rows, and how often it was asked to delete some. */
function tableOf(rows: number) {
	const table = { rows, asked: 0 };
	const deleteSome = async (max: number) => {
		const deleted = Math.min(max, table.rows);
		table.rows -= deleted;
		table.asked++;
		return deleted;
	};
	return { table, deleteSome };
}

test("everything is deleted, batch after batch, and counted", async () => {
	const { table, deleteSome } = tableOf(2_500);

	const deleted = await inBatches(deleteSome);

	expect(deleted).toBe(2_500);
	expect(table).toEqual({ rows: 0, asked: 3 });
});

test("no more batches are deleted than were allowed", async () => {
	const { table, deleteSome } = tableOf(10_000);

	const deleted = await inBatches(deleteSome, { most: 4 });

	expect(deleted).toBe(4_000);
	expect(table).toEqual({ rows: 6_000, asked: 4 });
});

test("nothing more is deleted once somebody stops it", async () => {
	const { table, deleteSome } = tableOf(10_000);
	const stopping = new AbortController();

	const deleted = await inBatches(
		(max) => {
			if (table.asked === 1) stopping.abort();
			return deleteSome(max);
		},
		{ signal: stopping.signal },
	);

	expect(deleted).toBe(2_000);
});
