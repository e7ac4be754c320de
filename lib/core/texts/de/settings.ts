export const settings = {
	title: "Einstellungen",
	text: "Der Name der Agentur und ihre Löschung.",
	name: {
		title: "Name",
		label: "Name der Agentur",
		hint: "Die Adresse bleibt /agencies/{slug}, Links führen also weiterhin dorthin.",
		save: "Name speichern",
	},
	delete: {
		title: "Agentur löschen",
		text: "Beendet endgültig alle Schlüssel der Agentur und ihrer Standorte.",
		open: "Agentur löschen …",
		button: "Agentur löschen",
		locations:
			"{count, plural, =0 {Die Agentur hat keine Standorte.} one {Die Agentur hat # Standort.} other {Die Agentur hat # Standorte.}}",
		loss: "Alle Schlüssel der Agentur und ihrer Standorte gelten sofort nicht mehr. Alle, auch Sie selbst, verlieren den Zugang, und offene Einladungen werden zurückgezogen. Das lässt sich nicht rückgängig machen.",
	},
	done: {
		renamed: "Die Agentur heißt jetzt „{name}“.",
		deleted: "„{name}“ wurde gelöscht.",
	},
} as const;
