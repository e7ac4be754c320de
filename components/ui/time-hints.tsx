"use client";

import dynamic from "next/dynamic";
import { useEffect, useId, useState } from "react";
import { useOnceTrue } from "./use-once-true.ts";

const HintPopup = dynamic(() => import("./hint-popup.tsx").then((module) => module.HintPopup), {
	ssr: false,
});

/** How long the focus has to rest somewhere: whoever passes by row after row is not bothered. */
const REST_MS = 500;

type ExactTime = { what: string; when: string };
type Hint = { anchor: HTMLElement; times: readonly ExactTime[] };

/**
 * Shows the exact times to those who have no pointer to hover with: of the time that has the focus, or of all times in the
 * row of the control that has it. A time in a row takes no focus itself, so that a table of a hundred rows has no hundred
 * stops more. Escape takes the hint away.
 */
export function TimeHints() {
	const [hint, setHint] = useState<Hint | null>(null);
	const [open, setOpen] = useState(false);
	const isWanted = useOnceTrue(open);
	const id = useId();

	useEffect(() => {
		let timer: ReturnType<typeof setTimeout>;
		const leave = () => {
			clearTimeout(timer);
			setOpen(false);
		};
		const arrive = ({ target }: FocusEvent) => {
			leave();
			if (!(target instanceof HTMLElement) || !target.matches(":focus-visible")) return;
			timer = setTimeout(() => {
				const times = timesBeside(target);
				if (times.length === 0) return;
				setHint({ anchor: target, times });
				setOpen(true);
			}, REST_MS);
		};
		document.addEventListener("focusin", arrive);
		document.addEventListener("focusout", leave);
		return () => {
			clearTimeout(timer);
			document.removeEventListener("focusin", arrive);
			document.removeEventListener("focusout", leave);
		};
	}, []);

	const anchor = open ? hint?.anchor : undefined;
	useEffect(() => {
		if (!anchor || anchor.hasAttribute("aria-describedby")) return;
		anchor.setAttribute("aria-describedby", id);
		return () => anchor.removeAttribute("aria-describedby");
	}, [anchor, id]);

	if (!isWanted) return null;
	return (
		<HintPopup
			open={open}
			onOpenChange={setOpen}
			anchor={hint?.anchor ?? null}
			// Inside of the page's landmark, for whoever goes from landmark to landmark.
			container={hint?.anchor.closest<HTMLElement>("main")}
			side="bottom"
			align="start"
			sideOffset={8}
			id={id}
			role="tooltip"
			className="space-y-0.5 px-2.5 py-1.5 text-xs"
		>
			{hint?.times.map(({ what, when }, at) => (
				// biome-ignore lint/suspicious/noArrayIndexKey: two times may be called the same, and none ever moves
				<p key={at}>
					{what && <span className="text-ink-muted">{what} </span>}
					{when}
				</p>
			))}
		</HintPopup>
	);
}

function timesBeside(target: HTMLElement): ExactTime[] {
	const part = target.closest<HTMLElement>("time, tr, li");
	const times = part?.matches("time") ? [part] : [...(part?.querySelectorAll<HTMLElement>("time") ?? [])];
	return times
		.filter(({ title }) => title !== "")
		.map((time) => ({ what: columnOf(time), when: time.title }));
}

/** What the column of a time is called; "" outside of tables. */
function columnOf(time: HTMLElement) {
	const cell = time.closest<HTMLTableCellElement>("td, th");
	const heads = cell?.closest("table")?.tHead?.rows[0]?.cells;
	return (cell && heads?.[cell.cellIndex]?.textContent) ?? "";
}
