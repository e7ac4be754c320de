import type { Nameable } from "./workflow-words.ts";

/** What is chosen among things that have names: nothing yet, or one that may be gone by now. */
export function choiceOf(named: Nameable["forms"], id: string, [nothing, gone]: readonly [string, string]) {
	const isThere = named.some((one) => one.id === id);
	return {
		value: isThere ? id : "",
		options: [
			{ value: "", label: id === "" || isThere ? nothing : gone },
			...named.map((one) => ({ value: one.id, label: one.name })),
		],
	};
}
