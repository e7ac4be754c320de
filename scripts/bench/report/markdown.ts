import { busyLine, type Machine, machineLine } from "../machine.ts";
import type { Profiled } from "../profile/take.ts";
import type { Finding, Row, Skipped } from "../run.ts";
import { median, spread } from "../statistics.ts";
import { count } from "../turns.ts";

/** All that a run brought to light. */
export type Results = {
	machine: Machine;
	generator: string;
	options: { quick: boolean; rounds: number; seconds: number };
	rows: Row[];
	skipped: Skipped[];
	findings: Finding[];
	profiles: Profiled[];
};

export function asMarkdown(results: Results): string {
	const { machine, generator, options, rows, skipped, findings, profiles } = results;
	const rounds = `${options.rounds} ${options.rounds === 1 ? "round" : "rounds"}`;
	const about = `${options.quick ? "A quick run: " : ""}${rounds} of ${options.seconds} s for each cell.`;
	return [
		`${machineLine(machine, generator)}.\n${about}`,
		busyLine(machine),
		findings.length > 0 ? `### Targets\n\n${table(FINDING_HEAD, findings.map(findingCells))}` : "",
		rows.length > 0 ? `### Side by side\n\n${table(ROW_HEAD, rows.map(rowCells))}` : "",
		skipped.length > 0
			? skipped.map(({ title, reason }) => `Not measured: ${title} (${oneLine(reason)}).`).join("\n")
			: "",
		...profiles.map(profileSection),
	]
		.filter((part) => part !== "")
		.join("\n\n");
}

const FINDING_HEAD = ["", "what", "target", "reached", ""];
const ROW_HEAD = [
	"what answers",
	"requests/s",
	"spread",
	"p50 / p99 ms",
	"CPU µs per request: server + PostgreSQL",
	"memory MB",
];

const findingCells = ({ id, what, target, reached, ok }: Finding) => [
	id,
	what,
	target,
	reached,
	ok === null ? "–" : ok ? "✓" : "✗",
];

function rowCells({ title, cells }: Row): string[] {
	const of = (figure: keyof Row["cells"][number]) => median(cells.map((cell) => cell[figure]));
	const rates = cells.map((cell) => cell.requestsPerSecond);
	const database = of("databaseMicros");
	return [
		title,
		count(of("requestsPerSecond")),
		cells.length > 1 ? `${Math.round(spread(rates) * 100)} %` : "–",
		`${of("p50Ms").toFixed(2)} / ${of("p99Ms").toFixed(1)}`,
		`${of("serverMicros").toFixed(1)}${database >= 0.1 ? ` + ${database.toFixed(1)}` : ""}`,
		count(of("rssMb")),
	];
}

function profileSection({ title, categories, functions }: Profiled): string {
	const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
	const rows = (shares: Profiled["categories"]) =>
		shares.map(({ category, share }) => [category, percent(share)]);
	return [
		`### Where the time goes: ${title}`,
		table(["part", "share of busy time"], rows(categories)),
		table(["our functions", "share of busy time"], rows(functions)),
	].join("\n\n");
}

const oneLine = (text: string) => text.replace(/\s+/g, " ").slice(0, 200);

/** A Markdown table; what stands in a cell cannot end it. */
function table(head: string[], rows: string[][]): string {
	const line = (cells: string[]) => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
	return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}
