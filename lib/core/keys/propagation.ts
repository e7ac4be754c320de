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

const CONFIRMED: Record<KeyEffect, string> = {
	ends: "No process accepts it any more.",
	alters: "Every process goes by it now.",
	begins: "Every process knows of it.",
	replaces: "Every process goes by it now.",
	closes: "No process accepts its keys any more.",
	opens: "Every process knows of it.",
};

const UNTIL_THEN: Record<KeyEffect, string> = {
	ends: "accept the key",
	alters: "go by the key's old settings",
	begins: "refuse the key",
	replaces: "accept a secret that has ended",
	closes: "accept its keys",
	opens: "refuse its keys",
};

/** "One process has not confirmed yet and may accept the key until 12:00:31.", in the reader's own zone unless told. */
export function describePropagation(effect: KeyEffect, news: PropagationNews, timeZone?: string) {
	if (news.propagated) return { text: CONFIRMED[effect], isWarning: false };
	const until = clockTime(timeZone).format(wholeSecondAfter(news.certainBy));
	return {
		text: `${whoLags(news.laggards)} may ${UNTIL_THEN[effect]} until ${until}.`,
		isWarning: effect !== "begins" && effect !== "opens",
	};
}

function whoLags(count: number) {
	if (count === 0) return "Nobody could be asked to confirm: a process";
	return count === 1
		? "One process has not confirmed yet and"
		: `${count} processes have not confirmed yet and`;
}

const clockTime = (timeZone: string | undefined) =>
	new Intl.DateTimeFormat("en", {
		hour: "2-digit",
		minute: "2-digit",
		second: "2-digit",
		hourCycle: "h23",
		timeZone,
	});

/** A promise that is told to the second must not end before what is promised. */
const wholeSecondAfter = (moment: string) => Math.ceil(Date.parse(moment) / 1_000) * 1_000;
