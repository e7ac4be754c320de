import type { Cell } from "./cell.ts";
import type { Generator } from "./load.ts";
import type { Measure, Options } from "./options.ts";
import type { KeyDatabase, World } from "./world.ts";

/** One run of the bench: what all measurements share. */
export type Run = {
	world: World;
	options: Options;
	generator: Generator;
	/** Ten thousand keys. */
	database: KeyDatabase;
	/** What was to be measured and could not be; more is added as the run goes on. */
	skipped: Skipped[];
	/** Tells the reader how far it is. */
	say: (text: string) => void;
};

export type Skipped = { title: string; reason: string };

/** One server under one load, once for each round. */
export type Row = { id: string; title: string; cells: Cell[] };

/** What came out of one measurement, held against what it should be. */
export type Finding = {
	id: Measure;
	what: string;
	target: string;
	reached: string;
	/** Null where this machine cannot tell. */
	ok: boolean | null;
};
