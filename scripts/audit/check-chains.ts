import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { type Anchor, readAnchor } from "#lib/core/audit-chain.ts";
import { openDatabase } from "#lib/data/client.ts";
import {
	type ChainReport,
	listChains,
	readAuditKeys,
	verifyChain,
} from "#lib/services/audit/verify-chain.ts";
import { refusalOfOlder } from "../database/older.ts";

type Verdict = { passed: number; failed: number };

/** Checks the chain of every agency of a database, and that of every agency that an anchor names. */
export async function checkChains(
	appUrl: string,
	anchorFiles: readonly string[],
	print: (line: string) => void,
): Promise<Verdict> {
	const anchors = await readAnchors(anchorFiles);
	print(`${count(anchors.length, "anchor")} from ${count(anchorFiles.length, "file")}`);
	const database = openDatabase(appUrl, 1);
	try {
		const keys = await readAuditKeys(database);
		const chains = await listChains(database);
		const verdict: Verdict = { passed: 0, failed: 0 };
		for (const { id, slug } of chains) {
			const report = await verifyChain(database, id, {
				keys,
				anchors,
			});
			const passed = report.flaw === null && report.checked > 0n;
			verdict[passed ? "passed" : "failed"] += 1;
			print(`${passed ? "ok    " : "FAILED"}  ${slug} (${id}): ${sentence(report)}`);
		}
		for (const id of absentees(anchors, chains)) {
			verdict.failed += 1;
			print(`FAILED  ${id}: the agency is gone with its whole chain, of which there are anchors`);
		}
		return verdict;
	} catch (error) {
		throw refusalOfOlder(error);
	} finally {
		await database.close();
	}
}

function sentence(report: ChainReport): string {
	const { checked } = report;
	if (report.flaw === null) {
		return checked > 0n ? count(Number(checked), "event") : "there is no event, not even of its making";
	}
	const { seq } = report;
	return {
		gap: `event ${checked + 1n} is missing, and event ${seq} is the next that there is`,
		hash: `event ${seq} does not fit its hash: it was changed, or put in this place`,
		"unknown key": `event ${seq} names a key that this installation does not know`,
		anchor: `event ${seq} is another than the one that was anchored: the chain was made anew from it or from an earlier one`,
		head: `event ${checked} is the last, and the chain's head does not agree: event ${seq} and what follows may have been cut off`,
		cut: `event ${checked} is the last, and an anchor names a later one: event ${seq} and what follows were cut off`,
	}[report.flaw];
}

const count = (number: number, noun: string) =>
	`${number.toLocaleString("en")} ${noun}${number === 1 ? "" : "s"}`;

async function readAnchors(files: readonly string[]): Promise<Anchor[]> {
	const anchors: Anchor[] = [];
	for (const file of files) {
		for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
			const anchor = readAnchor(line);
			if (anchor) anchors.push(anchor);
		}
	}
	return anchors;
}

function absentees(anchors: readonly Anchor[], chains: readonly { id: string }[]): string[] {
	const present = new Set(chains.map(({ id }) => id));
	return [...new Set(anchors.map(({ agencyId }) => agencyId))].filter((id) => !present.has(id));
}
