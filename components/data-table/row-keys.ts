import type { KeyboardEvent } from "react";

const FOCUSABLE = "a[href], button:not([disabled]), [type=checkbox]";

/**
 * Arrows up and down go to the same control of the neighbouring row, space chooses the row of a link, and Enter on a
 * checkbox opens what its row names. Controls that have a use of their own for these keys keep them.
 */
export function onRowKey(event: KeyboardEvent<HTMLTableSectionElement>) {
	const { target, key, currentTarget } = event;
	if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
	if (!(target instanceof HTMLElement) || !currentTarget.contains(target)) return;
	const row = target.closest("tr");
	if (!row) return;
	const act = actionOf(key, target, row);
	if (!act) return;
	event.preventDefault();
	act();
}

function actionOf(key: string, target: HTMLElement, row: HTMLTableRowElement): (() => void) | null {
	if ((key === "ArrowDown" || key === "ArrowUp") && !target.hasAttribute("aria-haspopup")) {
		const next = key === "ArrowDown" ? row.nextElementSibling : row.previousElementSibling;
		const control = next instanceof HTMLTableRowElement ? sameControl(target, row, next) : null;
		return control && (() => control.focus());
	}
	if (key === " " && target.matches("a")) {
		const box = row.querySelector<HTMLElement>("[type=checkbox]");
		return box && (() => box.click());
	}
	if (key === "Enter" && target.matches("[type=checkbox]")) {
		const link = row.querySelector<HTMLElement>("th a[href]");
		return link && (() => link.click());
	}
	return null;
}

/** The control in the same column of another row, or the first that the row has. */
function sameControl(target: HTMLElement, row: HTMLTableRowElement, other: HTMLTableRowElement) {
	const place = [...row.cells].findIndex((cell) => cell.contains(target));
	return (
		other.cells[place]?.querySelector<HTMLElement>(FOCUSABLE) ?? other.querySelector<HTMLElement>(FOCUSABLE)
	);
}
