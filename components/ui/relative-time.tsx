"use client";

import { useEffect, useState } from "react";
import { relativeTime } from "./relative-time-text.ts";

const TICK_MS = 30_000;

const exactText = (value: string) =>
	new Intl.DateTimeFormat("en", { dateStyle: "full", timeStyle: "long" }).format(new Date(value));

/** How long ago, or how far ahead; the exact moment in the reader's own time zone on hovering. */
export function RelativeTime({ value, empty = "Never" }: { value: string | null; empty?: string }) {
	const isReader = useReaderClock();

	if (value === null) return <span className="text-ink-muted">{empty}</span>;
	return (
		// The server's clock and zone are not the reader's; the first tick of the reader's clock puts the text right.
		<time dateTime={value} title={isReader ? exactText(value) : undefined} suppressHydrationWarning>
			{relativeTime(value, Date.now())}
		</time>
	);
}

/** The moment itself: in the reader's own time zone, and in UTC before that is known. */
export function ExactTime({ value }: { value: string }) {
	const isReader = useReaderClock();
	const options = { dateStyle: "medium", timeStyle: "medium" } as const;
	const text = new Intl.DateTimeFormat("en", isReader ? options : { ...options, timeZone: "UTC" });
	return <time dateTime={value}>{text.format(new Date(value))}</time>;
}

/** Renders anew every half minute. False on the server and in the very first rendering. */
function useReaderClock() {
	const [ticks, setTicks] = useState(0);

	useEffect(() => {
		setTicks(1);
		const timer = setInterval(() => setTicks((last) => last + 1), TICK_MS);
		return () => clearInterval(timer);
	}, []);

	return ticks > 0;
}
