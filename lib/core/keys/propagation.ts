import type { englishOf } from "../texts/english.ts";
import { DATE_LOCALES, type Language } from "../texts/languages.ts";

/** What people are told of a change of a key: whether a process may still go by what was so before it. */
export type PropagationNews =
	| { propagated: true }
	| {
			propagated: false;
			/** How many processes have not confirmed; 0 when nobody could be asked. */
			laggards: number;
			/** ISO 8601. From then on none of them goes by the old state. */
			certainBy: string;
	  };

type Outcome = { propagated: true } | { propagated: false; laggards: readonly string[]; certainBy: Date };

/** How far a change has come, as people and programs hear it. The names of processes are for operators. */
export function presentPropagation(outcome: Outcome): PropagationNews {
	if (outcome.propagated) return { propagated: true };
	const { laggards, certainBy } = outcome;
	return { propagated: false, laggards: laggards.length, certainBy: certainBy.toISOString() };
}

/**
 * What a change does to those who use the key: it ends their use, alters it, lets it begin, or ends one of its secrets.
 * Closing and opening a place does so to all of its keys.
 */
export type KeyEffect = "ends" | "alters" | "begins" | "replaces" | "closes" | "opens";

type Says = ReturnType<typeof englishOf<"words">>;
type Reader = { language: Language; timeZone?: string };

/** "One process has not confirmed yet and may accept the key until 12:00:31.", in the reader's own zone unless told. */
export function describePropagation(
	t: Says,
	effect: KeyEffect,
	news: PropagationNews,
	{ language, timeZone }: Reader,
) {
	if (news.propagated) return { text: t(`propagation.confirmed.${effect}`), isWarning: false };
	const time = clockTime(language, timeZone).format(wholeSecondAfter(news.certainBy));
	return {
		text: t(`propagation.until.${effect}`, { laggards: news.laggards, time }),
		isWarning: effect !== "begins" && effect !== "opens",
	};
}

const clockTime = (language: Language, timeZone: string | undefined) =>
	new Intl.DateTimeFormat(DATE_LOCALES[language], {
		hour: "2-digit",
		minute: "2-digit",
		second: "2-digit",
		hourCycle: "h23",
		timeZone,
	});

/** A promise that is told to the second must not end before what is promised. */
const wholeSecondAfter = (moment: string) => Math.ceil(Date.parse(moment) / 1_000) * 1_000;
