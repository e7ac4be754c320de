import { parseArgs } from "node:util";
import { z } from "zod";
import { JOB_NAMES, type JobName, payloadSchemaOf } from "#lib/core/jobs.ts";
import { messageOf, Refusal } from "../processes.ts";

export type RunOrder = {
	does: "run";
	name: JobName;
	/** What the job is to take for the present; the machine's clock when it is null. */
	at: Date | null;
	dryRun: boolean;
	acceptClock: boolean;
};

export type Order = { does: "list" } | RunOrder;

const USAGE = `Usage: npm run jobs -- list
       npm run jobs -- run <name> [--at 2026-03-02T12:00:00Z] [--dry-run] [--accept-clock]`;

const OPTIONS = {
	at: { type: "string" },
	"dry-run": { type: "boolean", default: false },
	"accept-clock": { type: "boolean", default: false },
} as const;

const Moment = z.iso.datetime({ offset: true });

/** Jobs that need to be told something are started by what tells them. */
const BY_HAND = JOB_NAMES.filter((name) => payloadSchemaOf(name).safeParse({}).success);

/** Reads the words after the command. */
export function readOrder(args: string[]): Order {
	const { values, positionals } = split(args);
	const [does, name, ...rest] = positionals;
	if (does === "list" && name === undefined && args.length === 1) return { does };
	if (does !== "run" || name === undefined || rest.length > 0) throw new Refusal(USAGE);
	const { at, "dry-run": dryRun, "accept-clock": acceptClock } = values;
	return { does, name: nameFrom(name), at: at === undefined ? null : momentFrom(at), dryRun, acceptClock };
}

function split(args: string[]) {
	try {
		return parseArgs({ args, options: OPTIONS, allowPositionals: true });
	} catch (error) {
		throw new Refusal(`${messageOf(error)}\n${USAGE}`);
	}
}

function nameFrom(text: string): JobName {
	const name = JOB_NAMES.find((known) => known === text);
	if (name === undefined) throw new Refusal(`There is no job ${text}. There are: ${BY_HAND.join(", ")}.`);
	if (BY_HAND.includes(name)) return name;
	throw new Refusal(
		`${name} is started by others, which tell it what to do. By hand: ${BY_HAND.join(", ")}.`,
	);
}

/** What jobs reckon from it, such as 90 days before, has to be a date for PostgreSQL as well. */
const isNearby = (at: Date) => at.getUTCFullYear() >= 2000 && at.getUTCFullYear() < 3000;

function momentFrom(text: string): Date {
	const at = new Date(text);
	if (Moment.safeParse(text).success && isNearby(at)) return at;
	throw new Refusal(`${text} is not a time. Write it with its zone, such as 2026-03-02T12:00:00Z.`);
}
