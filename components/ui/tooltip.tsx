"use client";

import dynamic from "next/dynamic";
import { type FocusEvent, type PointerEvent, type ReactElement, useEffect, useRef, useState } from "react";
import { useOnceTrue } from "./use-once-true.ts";

const HintPopup = dynamic(() => import("./hint-popup.tsx").then((module) => module.HintPopup), {
	ssr: false,
});

/** Whoever only passes by is not bothered. */
const REST_MS = 400;
/** Long enough to reach the words with the pointer. */
const REACH_MS = 150;

/** A name for an icon on hover and focus. It adds no name of its own: the button inside must have one. */
export function Tooltip({ text, children }: { text: string; children: ReactElement }) {
	const [anchor, setAnchor] = useState<Element | null>(null);
	const { open, show, hide } = useDelayedOpen();
	const isWanted = useOnceTrue(open);

	const showAt = (event: PointerEvent | FocusEvent, after: number) => {
		setAnchor(event.currentTarget.firstElementChild);
		show(after);
	};
	return (
		<>
			{/* biome-ignore lint/a11y/noStaticElementInteractions: it only looks on; the button inside is what is used */}
			<span
				className="contents"
				onPointerEnter={(event) => event.pointerType !== "touch" && showAt(event, REST_MS)}
				onPointerLeave={() => hide(REACH_MS)}
				onPointerDown={() => hide(0)}
				onFocus={(event) => event.target.matches(":focus-visible") && showAt(event, 0)}
				onBlur={() => hide(0)}
			>
				{children}
			</span>
			{isWanted && (
				<HintPopup
					open={open}
					onOpenChange={(next) => !next && hide(0)}
					anchor={anchor}
					sideOffset={6}
					className="px-2 py-1 text-xs"
					onPointerEnter={() => show(0)}
					onPointerLeave={() => hide(REACH_MS)}
				>
					{text}
				</HintPopup>
			)}
		</>
	);
}

function useDelayedOpen() {
	const [open, setOpen] = useState(false);
	const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
	const turn = (next: boolean) => (after: number) => {
		clearTimeout(timer.current);
		timer.current = setTimeout(() => setOpen(next), after);
	};
	useEffect(() => () => clearTimeout(timer.current), []);
	return { open, show: turn(true), hide: turn(false) };
}
