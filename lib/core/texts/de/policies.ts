export const policies = {
	title: "Richtlinien",
	text: "Was <bdi>{agency}</bdi> von den eigenen Schlüsseln und denen der Standorte verlangt. <link>Was die nächste Bereinigung entfernt</link>",
	viewOnly: "Nur ansehen",
	settings: {
		life: "Längste Gültigkeit",
		lifeText:
			"Wie viele Tage nach dem Erstellen, oder nach einer Änderung des Enddatums, ein Schlüssel spätestens endet.",
		addresses: "Erlaubte Adressen",
		addressesText:
			"Ein Schlüssel, der Adressen oder Bereiche nennt, wird abgelehnt, wenn er von anderswo gesendet wird.",
		scopes: "Berechtigungen von Standortschlüsseln",
		scopesText: "Was Standortschlüssel dürfen. Für Agenturschlüssel gilt es nicht.",
		agencyKeys: "Agenturschlüssel",
		agencyKeysText: "Wie viele die Agentur auf ihrer eigenen Ebene haben darf.",
		locationKeys: "Standortschlüssel",
		locationKeysText: "Wie viele jeder Standort haben darf.",
		leavers: "Schlüssel entfernter Personen",
		leaversText:
			"Was mit den Schlüsseln geschieht, die jemand erstellt hat, wenn diese Person entfernt wird.",
		inactivity: "Schlüssel, die niemand verwendet",
		inactivityText:
			"Nach wie vielen Tagen ohne Verwendung ein Schlüssel in den Papierkorb kommt. Wer ihn ändern darf, erfährt es 15 Tage, 7 Tage und 1 Tag vorher; eine Verwendung oder „Behalten“ lässt die Zählung neu beginnen. Ein Schlüssel kann eine eigene Frist haben oder ausgenommen sein.",
	},
	effects: {
		life: "{count, plural, =0 {Jeder Schlüssel endet innerhalb dieser Zeit.} one {# Schlüssel gilt länger. Er behält sein Ende, bis es jemand ändert.} other {# Schlüssel gelten länger. Jeder behält sein Ende, bis es jemand ändert.}}",
		addresses:
			"{count, plural, =0 {Jeder Schlüssel nennt seine Adressen.} one {# Schlüssel gilt von jeder Adresse, bis jemand welche nennt.} other {# Schlüssel gelten von jeder Adresse, bis jemand welche nennt.}}",
		scopes:
			"{count, plural, =0 {Kein Standortschlüssel hat mehr als das.} one {# Standortschlüssel hat mehr als das und kann nichts weiter davon bekommen. Was ein Schlüssel hat, bleibt, bis es ihm jemand entzieht.} other {# Standortschlüssel haben mehr als das und können nichts weiter davon bekommen. Was ein Schlüssel hat, bleibt, bis es ihm jemand entzieht.}}",
		agencyKeys: "Die Agentur hat {count, plural, one {# Schlüssel} other {# Schlüssel}}.",
		agencyKeysFull:
			"Die Agentur hat {count, plural, one {# Schlüssel} other {# Schlüssel}}: Alle bleiben, und es kann kein weiterer erstellt werden.",
		locationKeys: "Der Standort mit den meisten hat {count, plural, one {# Schlüssel} other {# Schlüssel}}.",
		locationKeysFull:
			"Der Standort mit den meisten hat {count, plural, one {# Schlüssel} other {# Schlüssel}}: Alle bleiben, und dort kann kein weiterer erstellt werden.",
		inactivity:
			"{count, plural, =0 {Jeder Schlüssel wurde in dieser Zeit verwendet oder erstellt.} one {# Schlüssel wurde in dieser Zeit weder verwendet noch erstellt.} other {# Schlüssel wurden in dieser Zeit weder verwendet noch erstellt.}}",
	},
	facts: {
		noLimit: "Kein Limit",
		days: "{count, plural, one {# Tag} other {# Tage}}",
		atMost: "Höchstens {max, number}",
		addressesRequired: "Jeder Schlüssel muss welche nennen",
		addressesFree: "Nicht verlangt",
		keep: "Gelten weiter",
		disable: "Werden ausgeschaltet",
		neverDeleted: "Werden nie gelöscht",
	},
	form: {
		save: "Richtlinien speichern",
		showPresent: "Zeigen, was jetzt gilt",
		discard: "Verwerfen",
		unsaved: "Sie haben Änderungen, die nicht gespeichert sind.",
		saved: "Alles ist gespeichert.",
		eachKey: "Jeder Schlüssel",
		eachKeyText: "Für Schlüssel, die von nun an erstellt oder bearbeitet werden.",
		days: "Tage",
		daysHint: "Leer: Schlüssel dürfen für immer gelten.",
		noLimit: "Kein Limit",
		requireAddresses: "Jeder Schlüssel muss die Adressen nennen, von denen er verwendet wird",
		allScopes: "Alle Berechtigungen",
		allScopesText: "Was immer ein Standortschlüssel haben kann.",
		chosenScopes: "Ausgewählte Berechtigungen",
		chosenScopesText: "Nur die auf einer Liste.",
		numbers: "Anzahl der Schlüssel",
		numbersText: "Schlüssel im Papierkorb zählen nicht; widerrufene zählen, bis sie gelöscht sind.",
		agencyKeys: "Agenturschlüssel",
		locationKeys: "Schlüssel je Standort",
		numberHint: "Leer: kein Limit.",
		later: "Schlüssel, die nicht mehr gebraucht werden",
		keep: "Gelten weiter",
		keepText: "Programme, die sie verwenden, merken nichts davon.",
		disable: "Ausschalten",
		disableText: "Wird die Person entfernt, gelten sie nicht mehr. Sie lassen sich wieder einschalten.",
		idleDays: "Tage ohne Verwendung",
		idleHint: "Von 30 bis 730. Leer: Schlüssel bleiben, auch wenn niemand sie verwendet.",
	},
	done: {
		saved: "Die Richtlinien wurden gespeichert.",
	},
} as const;
