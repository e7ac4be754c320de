import type { Measure } from "../options.ts";
import type { Finding, Row } from "../run.ts";
import { type Figure, ratioOf } from "../turns.ts";

/** The findings of P1 to P4 that the contest's rows hold. What was not measured is left out. */
export function judgeContest(rows: readonly Row[], only: ReadonlySet<Measure>): Finding[] {
	const findings: Finding[] = [];
	const cellsOf = (id: string) => rows.find((row) => row.id === id)?.cells;
	const compare = (ours: string, theirs: string, figure: Figure) =>
		ratioOf(cellsOf(ours), cellsOf(theirs), figure);
	const add = (id: Measure, what: string, value: number, target: Target) => {
		if (only.has(id) && !Number.isNaN(value)) findings.push({ id, what, ...against(value, target) });
	};

	for (const [ours, path] of [
		["latchkey-me", "keys/me"],
		["latchkey-forward", "forward-auth"],
	] as const) {
		const value = compare(ours, "get-map", "serverMicros");
		add("P1", `GET ${path}: CPU per request against the limit for a GET`, value, {
			most: 1.35,
			stretch: 1.15,
		});
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
