import type { BulkChangeInput, BulkResult } from "#lib/core/keys/bulk-change.ts";

export type ChosenKey = { id: string; title: string };

/** One change of one key. Steps that follow each other and hold the same change are sent together. */
export type BulkStep = { key: ChosenKey; change: BulkChangeInput };

export const stepsOf = (keys: readonly ChosenKey[], change: BulkChangeInput): BulkStep[] =>
	keys.map((key) => ({ key, change }));

const OPPOSITES = { switchOff: "switchOn", switchOn: "switchOff", delete: "restore" } as const;

/** What takes a run back: of each key what it really changed, and nothing of keys that were so before. */
export function undoSteps(steps: readonly BulkStep[], results: readonly BulkResult[]): BulkStep[] {
	const changes = new Map<string, BulkStep[]>();
	steps.forEach(({ key, change }, at) => {
		const undo = undoOf(change, results[at]);
		if (!undo) return;
		const name = JSON.stringify(undo);
		const alike = changes.get(name) ?? [];
		alike.push({ key, change: alike[0]?.change ?? undo });
		changes.set(name, alike);
	});
	return [...changes.values()].flat();
}

function undoOf({ kind }: BulkChangeInput, result: BulkResult | undefined): BulkChangeInput | null {
	if (result?.outcome !== "done") return null;
	if (kind === "switchOff" || kind === "switchOn" || kind === "delete") return { kind: OPPOSITES[kind] };
	if (kind !== "label" || !result.labels) return null;
	return { kind, add: result.labels.removed, remove: result.labels.added };
}
