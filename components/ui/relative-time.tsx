"use client";

import { useEffect, useState } from "react";
import { useLocale, useTranslations } from "use-intl/react";
import { DATE_LOCALES, type Language } from "#lib/core/texts/languages.ts";
import { useBrowserSetting } from "./browser-setting.ts";
import { relativeTime, type TimeTexts } from "./relative-time-text.ts";

const TICK_MS = 30_000;

const exactText = (value: string, language: Language) =>
	new Intl.DateTimeFormat(DATE_LOCALES[language], { dateStyle: "full", timeStyle: "long" }).format(
		new Date(value),
	);

/**
 * How long ago, or how far ahead. The exact moment in the reader's own time zone is told on hovering, on focus (see
 * `TimeHints`), and in its place when the reader has chosen so.
 */
export function RelativeTime({ value, empty }: { value: string | null; empty?: string }) {
	const isReader = useReaderClock();
	const [isExact] = useBrowserSetting("exact-times");
	const t = useTranslations("ui.time");
	const texts = useTimeTexts();

	if (value === null) return <span className="text-ink-muted">{empty ?? t("never")}</span>;
	if (isExact && isReader) return <ExactTime value={value} />;
	return (
		// The server's clock and zone are not the reader's; the first tick of the reader's clock puts the text right.
		<time
			ref={takeFocus}
			dateTime={value}
			className="rounded-sm"
			title={isReader ? exactText(value, texts.language) : undefined}
			suppressHydrationWarning
		>
			{relativeTime(value, Date.now(), texts)}
		</time>
	);
}

/** In a row or a control the focus comes near by itself, and a dialog does not begin with a time. */
const FOCUSED_WITH = "tr, li, a, button, label, summary, [role=dialog] header, [role=alertdialog]";

function takeFocus(time: HTMLTimeElement | null) {
	if (time && !time.closest(FOCUSED_WITH)) time.tabIndex = 0;
}

/**
 * The moment itself, with the name of its zone: the reader's own, or UTC before that is known. `inUtc` for what must read
 * the same to everybody.
 */
export function ExactTime({ value, inUtc = false }: { value: string; inUtc?: boolean }) {
	const isReader = useReaderClock();
	const language = useLocale();
	const options = { dateStyle: "medium", timeStyle: "long" } as const;
	const isOwnZone = isReader && !inUtc;
	const text = new Intl.DateTimeFormat(
		DATE_LOCALES[language],
		isOwnZone ? options : { ...options, timeZone: "UTC" },
	);
	return <time dateTime={value}>{text.format(new Date(value))}</time>;
}

/** What `relativeTime` is told in, for client components. */
export function useTimeTexts(): TimeTexts {
	const t = useTranslations("ui.time");
	return { language: useLocale(), justNow: t("justNow"), soon: t("soon") };
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
