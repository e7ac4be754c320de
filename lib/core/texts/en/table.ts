export const table = {
	noMatch: "Nothing matches",
	clear: "Clear search and filters",
	sortBy: "Sort by",
} as const;
