export const overview = {
	title: "Übersicht",
	ofAgency: "Die Schlüssel von <name></name> und ihren Standorten.",
	ofLocation: "Die Schlüssel von <name></name>.",
	loading: "Die Übersicht wird geladen",
	headline: {
		label: "Ob etwas Ihre Aufmerksamkeit braucht",
		none: "Nichts braucht Ihre Aufmerksamkeit",
		noneText:
			"Kein Schlüssel endet bald, wird öfter abgelehnt als sonst oder wird noch mit einem alten Geheimnis verwendet.",
		urgent:
			"{isCut, select, true {Mindestens } other {}}{count, plural, one {# Schlüssel braucht} other {# Schlüssel brauchen}} Aufmerksamkeit",
		calm: "{isCut, select, true {Weitere Schlüssel sind bei Gelegenheit einen Blick wert.} other {{count, plural, one {# weiterer Schlüssel ist bei Gelegenheit einen Blick wert.} other {# weitere Schlüssel sind bei Gelegenheit einen Blick wert.}}}}",
		calmOnly:
			"{isCut, select, true {Mindestens } other {}}{count, plural, one {# Schlüssel ist bei Gelegenheit einen Blick wert.} other {# Schlüssel sind bei Gelegenheit einen Blick wert.}}",
	},
	attention: {
		title: "Braucht Aufmerksamkeit",
		none: "Kein Schlüssel braucht Aufmerksamkeit.",
		why: {
			expiring: "Er gilt nach seinem Enddatum nicht mehr.",
			idle: "Niemand verwendet ihn, und die Inaktivitätsregel hat sein Ende angekündigt.",
			refused: "Mindestens 20 Ablehnungen in 24 Stunden, mehr als das Dreifache des Üblichen.",
			oldSecret: "Er wurde rotiert, und jemand sendet noch das alte Geheimnis.",
			neverUsed: "Er könnte verwendet werden, doch niemand tut es.",
			wide: "Mehr, als die meisten Programme brauchen.",
		},
		agency:
			"{isCut, select, true {{count, number} oder mehr Agenturschlüssel} other {{count, plural, one {# Agenturschlüssel} other {# Agenturschlüssel}}}}",
		location:
			"{isCut, select, true {{count, number} oder mehr Standortschlüssel} other {{count, plural, one {# Standortschlüssel} other {# Standortschlüssel}}}}",
		own: "{isCut, select, true {{count, number} oder mehr Schlüssel} other {{count, plural, one {# Schlüssel} other {# Schlüssel}}}}",
	},
	states: {
		title: "Schlüssel nach Status",
		agency: "Agenturschlüssel",
		location: "Standortschlüssel",
		own: "Schlüssel",
		none: "Noch keine.",
		trash: "Schlüssel im Papierkorb sind nicht mitgezählt.",
	},
	usage: {
		title: "Prüfungen",
		text: "Wie oft Schlüssel geprüft wurden und mit welchem Urteil. Die letzten Sekunden können fehlen.",
		period: "Gezeigter Zeitraum",
		oftenRefused: "Öfter abgelehnt als sonst:",
		"24h": "24 Stunden",
		"30d": "30 Tage",
		"12m": "12 Monate",
	},
	events: {
		title: "Letzte Ereignisse",
		none: "Es ist noch nichts verzeichnet.",
		by: "von <name></name>",
		times: "({count, number}-mal)",
		timesOrMore: "(mindestens {count, number}-mal)",
		all: "Alle Ereignisse im Audit-Protokoll",
	},
	notices: {
		title: "Ungelesene Benachrichtigungen",
		all: "Alle ungelesenen Benachrichtigungen",
	},
	steps: {
		title: "Erste Schritte",
		progress: "{done, number} von {all, number} erledigt",
		done: "Erledigt:",
		open: "Offen:",
		location: {
			title: "Einen Standort anlegen",
			text: "Schlüssel gelten für alle Standorte oder für die, die Sie wählen.",
		},
		key: {
			title: "Einen Schlüssel erstellen",
			text: "Einen für jedes Programm, damit sich jedes einzeln ausschalten lässt.",
		},
		verify: {
			title: "Den Schlüssel prüfen",
			text: "Senden Sie ihn einmal, und die Übersicht beginnt zu zählen.",
		},
		invite: { title: "Jemanden einladen", text: "Damit jemand handeln kann, wenn Sie nicht da sind." },
		how: "So prüfen Sie einen Schlüssel",
		end: "Erste Schritte ausblenden",
		ended: "Die ersten Schritte sind ausgeblendet.",
	},
} as const;
