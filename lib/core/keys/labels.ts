import { z } from "zod";
import { AppError } from "../errors.ts";
import { foldName, singleLine } from "../text.ts";
import { LABEL_MAX, LABELS_MAX } from "./key.ts";

export const Label = singleLine(LABEL_MAX, "A label");

const tooMany = `A key may have up to ${LABELS_MAX} labels.`;

/** Of two that differ in case alone, the first counts. */
export const Labels = z
	.array(Label)
	.transform(eachOnce)
	.refine((labels) => labels.length <= LABELS_MAX, { error: tooMany });

function eachOnce(labels: readonly string[]) {
	const byName = new Map<string, string>();
	for (const label of labels) if (!byName.has(foldName(label))) byName.set(foldName(label), label);
	return [...byName.values()];
}

/** Which labels came and which went between two lists. */
export function labelsBetween(before: readonly string[], after: readonly string[]) {
	const missingIn = (others: readonly string[]) => (label: string) => !others.includes(label);
	return { added: after.filter(missingIn(before)), removed: before.filter(missingIn(after)) };
}

/** A key's labels after some were taken away and some added. One that it has already stays as it is written. */
export function changedLabels(
	labels: readonly string[],
	{ add, remove }: { add: readonly string[]; remove: readonly string[] },
) {
	const gone = new Set(remove.map(foldName));
	const changed = eachOnce([...labels.filter((label) => !gone.has(foldName(label))), ...add]);
	if (changed.length > LABELS_MAX) {
		throw new AppError("conflict", tooMany, { fields: [{ field: "labels", message: tooMany }] });
	}
	return changed;
}
