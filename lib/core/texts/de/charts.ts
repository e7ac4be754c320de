export const charts = {
	nothing: "Nichts in dieser Zeit",
	asTable: "Als Tabelle",
	picture:
		"{label}: insgesamt {total, number}, höchstens {most, number} in {by, select, hour {einer Stunde} day {einem Tag} other {einem Monat}}",
	tableOf: "{label} als Tabelle",
	caption: "{label}. Zeiten, in denen nichts war, fehlen.",
	start: "{by, select, hour {Stunde} day {Tag} other {Monat}} ({timeZone})",
	total: "Summe",
	whole: "{label}: insgesamt {total, number}",
} as const;
