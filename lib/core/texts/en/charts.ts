export const charts = {
	nothing: "Nothing in this time",
	asTable: "As a table",
	picture:
		"{label}: {total, number} in all, at most {most, number} in one {by, select, hour {hour} day {day} other {month}}",
	tableOf: "{label}, as a table",
	caption: "{label}. Times in which there was nothing are left out.",
	start: "{by, select, hour {Hour} day {Day} other {Month}} ({timeZone})",
	total: "Total",
	whole: "{label}: {total, number} in all",
} as const;
