/** What the server says on the pages about keys, and of what was done to one. */
export const keyPages = {
	one: "API-Schlüssel",
	list: {
		title: "API-Schlüssel",
		ofAgency: "Die Schlüssel von <bdi>{name}</bdi> und der Standorte.",
		ofLocation: "Die Schlüssel von <bdi>{name}</bdi>.",
		levels: "Ebenen der Schlüssel",
		agencyKeys: "Agenturschlüssel",
		locationKeys: "Standortschlüssel",
		cleanUp: "Was die nächste Bereinigung entfernt",
		suspended:
			"Dieser Standort ist gesperrt: Seine Schlüssel werden abgelehnt, bis ein Inhaber oder Administrator der Agentur ihn wieder freigibt.",
	},
	trash: {
		title: "Papierkorb",
		text: "Gelöschte Schlüssel von <bdi>{name}</bdi>. {days, number} Tage lang lassen sie sich mit demselben Geheimnis wiederherstellen; dann sind sie endgültig weg.",
	},
	keepAlive: "Behalten<hidden>: {title}</hidden>",
	cleanUp: {
		title: "Nächste Bereinigung",
		ofAgency:
			"Schlüssel von <bdi>{name}</bdi> und der Standorte, die niemand verwendet: was in den nächsten 30 Tagen mit ihnen geschieht.",
		ofLocation:
			"Schlüssel von <bdi>{name}</bdi>, die niemand verwendet: was in den nächsten 30 Tagen mit ihnen geschieht.",
		rule: "Schlüssel, die {days, plural, one {# Tag} other {# Tage}} lang niemand verwendet, werden gelöscht, außer sie sind ausgenommen oder haben eine eigene Frist.",
		noRule: "Ihre Agentur löscht keine ungenutzten Schlüssel, außer denen mit einer eigenen Frist.",
		note: "Eine Verwendung oder „Behalten“ lässt die Zählung neu beginnen. Gelöschtes lässt sich {days, number} Tage lang aus dem Papierkorb wiederherstellen.",
		emptyTitle: "Nichts zu bereinigen",
		emptyText: "In den nächsten 30 Tagen wird hier kein Schlüssel angekündigt oder gelöscht.",
		cut: "Gezeigt werden nur die ersten {count, number}.",
		columns: {
			key: "Schlüssel",
			next: "Nächster Schritt",
			deletion: "Löschung",
			why: "Warum",
			actions: "Aktionen",
		},
		agencyKey: "Agenturschlüssel",
		next: {
			first: "Erster Hinweis: <time></time>",
			second: "Zweiter Hinweis: <time></time>",
			last: "Letzter Hinweis: <time></time>",
			deletion: "Löschung: <time></time>",
		},
		nextRun: "beim nächsten Lauf",
		later: "in mehr als 30 Tagen",
		why: "Ungenutzt seit: <time></time>; {isOwn, select, true {eigene Frist} other {Frist der Agentur}}: {days, plural, one {# Tag} other {# Tage}}",
	},
	samples: {
		title: "In einem Programm verwenden",
		text: "Programme, die diesen Schlüssel senden, und solche, die fragen, ob ein Schlüssel gültig ist, mit Ihren eigenen IDs.",
	},
	done: {
		created: "„{title}“ wurde erstellt.",
		saved: "„{title}“ wurde gespeichert.",
		holdsLess: "„{title}“ hat jetzt weniger Berechtigungen.",
		switchedOn: "„{title}“ wurde eingeschaltet.",
		switchedOff: "„{title}“ wurde ausgeschaltet.",
		revoked: "„{title}“ wurde widerrufen.",
		deleted: "„{title}“ wurde gelöscht.",
		rotated: "„{title}“ wurde rotiert.",
		overlapEnded: "Das ältere Geheimnis von „{title}“ ist beendet.",
		overlapExtended: "Das ältere Geheimnis von „{title}“ gilt länger.",
		restored: "„{title}“ ist wieder da.",
		keptAlive: "„{title}“ zählt jetzt als verwendet.",
	},
} as const;
