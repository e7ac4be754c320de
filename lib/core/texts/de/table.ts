export const table = {
	noMatch: "Nichts gefunden",
	clear: "Suche und Filter zurücksetzen",
	sortBy: "Sortieren nach",
} as const;
