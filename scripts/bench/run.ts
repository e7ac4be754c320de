import type { Cell } from "./cell.ts";
import type { Generator } from "./load.ts";
import type { Options } from "./options.ts";
import type { KeyDatabase, World } from "./world.ts";

/** One run of the bench: what all measurements share. */
export type Run = {
	world: World;
	options: Options;
	generator: Generator;
	/** Ten thousand keys. */
	database: KeyDatabase;
	/** Tells the reader how far it is. */
	say: (text: string) => void;
};

/** One server under one load, once for each round. */
export type Row = { id: string; title: string; cells: Cell[] };

/** What came out of one measurement, held against what it should be. */
export type Finding = {
	id: string;
	what: string;
	target: string;
	reached: string;
	/** Null where this machine cannot tell. */
	ok: boolean | null;
};
