import { parseArgs } from "node:util";
import { messageOf, Refusal } from "../processes.ts";

/** What can be asked for, in the order in which it is measured. */
export const MEASURES = [
	"P1",
	"P2",
	"P3",
	"P4",
	"P5",
	"P6",
	"P7",
	"P8",
	"P9",
	"P9b",
	"P10",
	"P11",
	"P15",
	"profile",
] as const;
export type Measure = (typeof MEASURES)[number];

export type Options = {
	quick: boolean;
	only: ReadonlySet<Measure>;
	rounds: number;
	/** How long each cell is measured, after its warm-up. */
	seconds: number;
	warmUpSeconds: number;
	/** Keys in the large table of P8. */
	manyKeys: number;
	/** Revocations in each half of P10. */
	revocations: number;
};

const USAGE = "npm run bench -- [--quick] [--only P1,P2] [--rounds 5]";

/** Throws a {@link Refusal} that shows how it is done. */
export function readOptions(args: string[]): Options {
	const { quick = false, only, rounds } = parse(args);
	const wanted = only?.split(",").map((text) => measureNamed(text.trim())) ?? MEASURES;
	const count = Number(rounds ?? (quick ? 1 : 5));
	if (!Number.isInteger(count) || count < 1 || count > 50) throw new Refusal(`--rounds: 1 to 50. ${USAGE}`);
	return {
		quick,
		only: new Set(wanted),
		rounds: count,
		seconds: quick ? 2 : 5,
		warmUpSeconds: quick ? 1 : 2,
		manyKeys: quick ? 100_000 : 1_000_000,
		revocations: quick ? 20 : 100,
	};
}

function parse(args: string[]) {
	try {
		const options = {
			quick: { type: "boolean" },
			only: { type: "string" },
			rounds: { type: "string" },
		} as const;
		return parseArgs({ args, options }).values;
	} catch (error) {
		throw new Refusal(`${messageOf(error)}\n${USAGE}`);
	}
}

function measureNamed(text: string): Measure {
	const found = MEASURES.find((measure) => measure.toLowerCase() === text.toLowerCase());
	if (!found) throw new Refusal(`There is no measure "${text}". There are ${MEASURES.join(", ")}.`);
	return found;
}
