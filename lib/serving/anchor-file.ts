import {
	appendFileSync,
	closeSync,
	fstatSync,
	openSync,
	readFileSync,
	readSync,
	renameSync,
	rmSync,
	writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { type Anchor, readAnchor } from "#lib/core/audit-chain.ts";

export type DatedAnchor = Anchor & { at: Date };

const BYTES_MAX = 4_000_000;
const DAYS_KEPT_DAILY = 90;
const DAY_MS = 86_400_000;

export const anchorFileOf = (dataDir: string) => join(dataDir, "audit-anchors.jsonl");

export const anchorLine = ({ agencyId, seq, hash, at }: DatedAnchor) =>
	`${JSON.stringify({ agencyId, seq: seq.toString(), hash, at: at.toISOString() })}\n`;

/**
 * Anchors on disk, one a line. Lines are only ever appended, until the file is large: then it is made anew with the last
 * anchor of each agency and day, and of each month before that. Whoever calls {@link append} has the turn to do so, among
 * all processes that share the file.
 */
export class AnchorFile {
	readonly #path: string;
	readonly #bytesMax: number;
	#inode = 0;
	#readTo = 0;
	#isTorn = false;
	/** The last anchor of each agency. */
	#last = new Map<string, Anchor>();

	constructor(path: string, bytesMax = BYTES_MAX) {
		this.#path = path;
		this.#bytesMax = bytesMax;
	}

	/** Writes down those that the file does not end with already, and returns them. */
	append(anchors: readonly DatedAnchor[], now: Date): DatedAnchor[] {
		this.#readOn();
		const fresh = anchors.filter(({ agencyId, seq, hash }) => {
			const last = this.#last.get(agencyId);
			return last?.seq !== seq || last.hash !== hash;
		});
		if (fresh.length === 0) return [];
		// A line that a killed process left half written stays alone.
		const text = `${this.#isTorn ? "\n" : ""}${fresh.map(anchorLine).join("")}`;
		appendFileSync(this.#path, text, { mode: 0o600, flush: true });
		this.#readOn();
		if (this.#readTo > this.#bytesMax) this.#thin(now);
		return fresh;
	}

	/** Reads what others have appended, or everything when the file is another one. */
	#readOn(): void {
		const file = openSync(this.#path, "a+", 0o600);
		try {
			const { ino, size } = fstatSync(file);
			if (ino !== this.#inode || size < this.#readTo) this.#forget(ino);
			if (size === this.#readTo) return;
			const bytes = Buffer.alloc(size - this.#readTo);
			readSync(file, bytes, 0, bytes.length, this.#readTo);
			for (const line of bytes.toString().split("\n")) {
				const anchor = readAnchor(line);
				if (anchor) this.#last.set(anchor.agencyId, anchor);
			}
			this.#isTorn = bytes.at(-1) !== 0x0a;
			this.#readTo = size;
		} finally {
			closeSync(file);
		}
	}

	#forget(inode: number): void {
		this.#inode = inode;
		this.#readTo = 0;
		this.#isTorn = false;
		this.#last.clear();
	}

	/** Nothing to do when it would not help: a file of many agencies may be large and have no line too many. */
	#thin(now: Date): void {
		const lines = readFileSync(this.#path, "utf8")
			.split("\n")
			.filter((line) => readAnchor(line));
		const kept = thinned(lines, now);
		if (kept.length > lines.length / 2) return;
		const draft = `${this.#path}.draft`;
		rmSync(draft, { force: true });
		writeFileSync(draft, kept.map((line) => `${line}\n`).join(""), { mode: 0o600, flag: "wx", flush: true });
		renameSync(draft, this.#path);
	}
}

/** The last line of each agency and day, or month when it is long ago, in the order of the file. */
function thinned(lines: readonly string[], now: Date): string[] {
	const dailyFrom = new Date(now.getTime() - DAYS_KEPT_DAILY * DAY_MS).toISOString();
	const lastOf = new Map<string, number>();
	for (const [place, line] of lines.entries()) {
		const { agencyId, at }: { agencyId: string; at?: string } = JSON.parse(line);
		const period = at === undefined || at < dailyFrom ? at?.slice(0, 7) : at.slice(0, 10);
		lastOf.set(`${agencyId} ${period}`, place);
	}
	const kept = new Set(lastOf.values());
	return lines.filter((_line, place) => kept.has(place));
}
