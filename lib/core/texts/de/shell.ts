export const shell = {
	about: "API-Schlüssel für Agenturen und ihre Standorte.",
	skip: "Zum Inhalt springen",
	home: "Latchkey, zu Ihrer ersten Ansicht",
	sections: {
		label: "Bereiche",
		overview: "Übersicht",
		keys: "API-Schlüssel",
		locations: "Standorte",
		contacts: "Kontakte",
		workflows: "Workflows",
		forms: "Formulare",
		links: "Trigger-Links",
		people: "Personen",
		sharedSecret: "Gemeinsames API-Geheimnis",
		webhooks: "Webhooks",
		policies: "Richtlinien",
		audit: "Audit-Protokoll",
		settings: "Einstellungen",
	},
	roles: {
		OWNER: "Inhaber",
		ADMIN: "Admin",
		MEMBER: "Mitglied",
		MANAGER: "Manager",
		VIEWER: "Betrachter",
	},
	notifications: {
		none: "Benachrichtigungen",
		some: "Benachrichtigungen, {unread, number} ungelesen",
		many: "Benachrichtigungen, mehr als 99 ungelesen",
		news: "{more, number} neue {more, plural, one {Benachrichtigung} other {Benachrichtigungen}}, {unread, number} ungelesen",
	},
	user: {
		label: "Konto von {name}",
		role: "Ihre Rolle hier: {role}",
		account: "Konto",
		documents: "Dokumentation für Entwickler",
		signOut: "Abmelden",
		appearance: "Darstellung",
		system: "Wie das System",
		light: "Hell",
		dark: "Dunkel",
	},
	view: {
		agency: "Agenturansicht",
		choose: "Ansicht wählen",
		switch: "Ansicht wechseln",
		switchFrom: "Ansicht wechseln: {view}",
		search: "Ansichten durchsuchen",
	},
	connection: {
		offline:
			"Sie sind offline. Was Sie sehen, ist womöglich veraltet, und nichts lässt sich speichern, bis Sie wieder online sind.",
		unreached:
			"Latchkey antwortet gerade nicht. Vielleicht startet es neu; diese Seite merkt von selbst, wenn es wieder da ist.",
		outdated:
			"Latchkey wurde aktualisiert, nachdem diese Seite geladen war. Kopieren Sie, was noch nicht gespeichert ist, und laden Sie die Seite neu.",
		back: "Sie sind wieder verbunden.",
		reload: "Seite neu laden",
	},
	language: {
		label: "Sprache",
		save: "Sprache speichern",
	},
	notFound: {
		page: "Nicht gefunden",
		title: "Hier ist nichts",
		text: "Die Seite gibt es nicht, oder Sie dürfen sie nicht sehen. Prüfen Sie die Adresse, oder kehren Sie zu Ihren Schlüsseln zurück.",
		toKeys: "Zu den API-Schlüsseln",
	},
	wrong: {
		title: "Bei uns ist etwas schiefgegangen",
		page: "Etwas ist schiefgegangen",
		text: "Was gespeichert war, ist nicht verloren. Versuchen Sie es gleich noch einmal.",
		pageTitle: "Diese Seite konnte nicht geladen werden",
		pageText:
			"Was gespeichert war, ist nicht verloren. Versuchen Sie es gleich noch einmal, oder gehen Sie über das Menü oben woandershin.",
		tryAgain: "Noch einmal versuchen",
		toStart: "Zur Startseite",
		goesOn: "Wenn es so bleibt, sagen Sie der Person, die diese Installation betreibt, was Sie getan haben.",
		reference:
			"Wenn es so bleibt, sagen Sie der Person, die diese Installation betreibt, was Sie getan haben, und nennen Sie diese Referenz: <code>{digest}</code>",
	},
	passwordRules:
		"Mindestens {hasSecondFactor, select, yes {8 Zeichen, oder 15, wenn es ohne zweiten Faktor genügen soll} other {15 Zeichen}}. Alle Zeichen sind erlaubt; einige Wörter, die nicht zusammengehören, merken Sie sich leicht. Verbreitete Passwörter, Ihr Name und die Wörter dieses Produkts werden abgelehnt.",
} as const;
