import type { Refusal } from "./use-action.ts";

const FOCUSABLE = "input:not([type=hidden]):not([tabindex='-1']), textarea, button, [role=radio]";

/** Moves to the first field that was not accepted, or to the summary when none of them is to blame. */
export function focusFirstProblem(root: HTMLElement, refusal: Refusal) {
	const named = new Set(refusal.fields.map((field) => field.field));
	const parts = [...root.querySelectorAll<HTMLElement>("[data-field]")];
	const part = parts.find((one) => named.has(one.dataset.field ?? ""));
	const target =
		part?.querySelector<HTMLElement>("[aria-invalid=true]") ??
		part?.querySelector<HTMLElement>(FOCUSABLE) ??
		root.querySelector<HTMLElement>("[data-refusal]");
	target?.focus();
	target?.scrollIntoView({ block: "center" });
}
