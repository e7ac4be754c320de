import type { Findings } from "./figures.ts";
import type { Rig } from "./rig.ts";

/** `short` fits into every run of all tests; `long` has the counts that the product's promises are stated with. */
export type Form = "short" | "long";

export type QaCheck = {
	id: string;
	title: string;
	/** Leaves instances running and faults in place if it must: whoever runs the checks puts the rig in order. */
	run: (rig: Rig, form: Form, found: Findings) => Promise<void>;
};
