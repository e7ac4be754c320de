import type { Cell } from "../cell.ts";
import type { Measure } from "../options.ts";
import type { Finding, Row } from "../run.ts";
import { median } from "../statistics.ts";

type Figure = "serverMicros" | "requestsPerSecond";

/** The findings of P1 to P4 that the contest's rows hold. What was not measured is left out. */
export function judgeContest(rows: readonly Row[], only: ReadonlySet<Measure>): Finding[] {
	const findings: Finding[] = [];
	const compare = (ours: string, theirs: string, figure: Figure) => ratio(rows, ours, theirs, figure);
	const add = (id: Measure, what: string, value: number | null, target: Target) => {
		if (only.has(id) && value !== null) findings.push({ id, what, ...against(value, target) });
	};

	for (const [ours, path] of [
		["latchkey-me", "keys/me"],
		["latchkey-forward", "forward-auth"],
	] as const) {
		const value = compare(ours, "get-map", "serverMicros");
		add("P1", `GET ${path}: CPU per request against the limit for a GET`, value, { most: 1.35, stretch: 1.15 });
	}
	const post = compare("latchkey-verify", "post-map", "serverMicros");
	add("P2", "POST verify: CPU per request against the limit for a POST", post, { most: 1.5, stretch: 1.25 });
	for (const [peer, name, least, stretch] of PEERS) {
		const value = compare("latchkey-verify", peer, "requestsPerSecond");
		add("P3", `POST verify: requests/s against ${name}`, value, { least, stretch });
	}
	const junk = compare("latchkey-junk", "get-map-junk", "requestsPerSecond");
	add("P4", "junk keys: requests/s against the limit for a GET", junk, { least: 0.9, stretch: 1 });
	return findings;
}

const PEERS = [
	["better-auth-default", "better-auth as it comes", 25, 30],
	["better-auth-fastest", "better-auth at its fastest", 2.5, 3.5],
	["fastify-update", "Fastify + Prisma", 12, 15],
	["next-update", "Next + Prisma", 25, 35],
] as const;

type Target = { most: number; stretch: number } | { least: number; stretch: number };

function against(value: number, target: Target): Pick<Finding, "target" | "reached" | "ok"> {
	const reached = `${value.toPrecision(3)} ×`;
	if ("most" in target) {
		return { target: `≤ ${target.most} × (stretch ${target.stretch} ×)`, reached, ok: value <= target.most };
	}
	return { target: `≥ ${target.least} × (stretch ${target.stretch} ×)`, reached, ok: value >= target.least };
}

/** The middle of the rounds' ratios: two figures of one round met the same machine. Null when either is missing. */
function ratio(rows: readonly Row[], ours: string, theirs: string, figure: Figure): number | null {
	const cellsOf = (id: string): readonly Cell[] => rows.find((row) => row.id === id)?.cells ?? [];
	const [above, below] = [cellsOf(ours), cellsOf(theirs)];
	const ratios = above.flatMap((cell, round) => {
		const other = below[round];
		return other ? [cell[figure] / other[figure]] : [];
	});
	return ratios.length === 0 ? null : median(ratios);
}
