export const notifications = {
	title: "Benachrichtigungen",
	text: "Was Sie über die Schlüssel wissen sollten, für die Sie zuständig sind.",
	settings: "Einstellungen",
	all: "Alle",
	unread: "Ungelesen",
	unreadPrefix: "Ungelesen:",
	markAll: "Alle als gelesen markieren",
	mark: "Als gelesen markieren",
	markOne: "Als gelesen markieren: {name}",
	today: "Heute",
	yesterday: "Gestern",
	onPage: "{count, number} auf dieser Seite",
	about: "Thema",
	everything: "Alles",
	agency: "Agentur",
	clear: "Filter zurücksetzen",
	showAll: "Alle anzeigen",
	groups: {
		unused: "Ungenutzte Schlüssel",
		expiry: "Ablauf",
		rotation: "Rotation",
		leaks: "Öffentlich gefunden",
		workflows: "Workflows",
		webhooks: "Webhooks",
	},
	told: {
		key: {
			unused: {
				subject: "Ein Schlüssel wird am {until} gelöscht, wenn ihn niemand verwendet",
				sentence:
					"<bdi>„{name}“</bdi> wurde seit dem {since} nicht verwendet. Der Schlüssel wird am {until} gelöscht, wenn ihn bis dahin niemand verwendet.",
			},
			deleted_unused: {
				subject: "Ein ungenutzter Schlüssel wurde gelöscht",
				sentence:
					"<bdi>„{name}“</bdi> wurde gelöscht, weil niemand den Schlüssel seit dem {since} verwendet hat. Er lässt sich bis zum {until} wiederherstellen.",
			},
			expiring: {
				subject: "Ein Schlüssel endet am {until}",
				sentence:
					"<bdi>„{name}“</bdi> endet am {moment}. Danach wird der Schlüssel abgelehnt, bis er ein späteres Enddatum bekommt.",
			},
			rotation_due: {
				subject: "Ein Schlüssel sollte rotiert werden",
				sentence:
					"Das Geheimnis von <bdi>„{name}“</bdi> wird seit dem {since} verwendet. Es sollte {count, plural, one {jeden Tag} other {alle # Tage}} rotiert werden.",
			},
			leaked: {
				subject: "Ein Schlüssel wurde öffentlich gefunden und widerrufen",
				sentence:
					"Jemand hat gemeldet, dass der Text von <bdi>„{name}“</bdi> öffentlich zu finden ist. Der Schlüssel wurde als offengelegt widerrufen. Wer ihn verwendet, braucht einen neuen.",
			},
		},
		webhook: {
			parked: {
				subject: "Ein Webhook antwortet nicht",
				sentence:
					"{count, plural, one {# Ereignis konnte} other {# Ereignisse konnten}} drei Tage lang nicht an <bdi>„{name}“</bdi> zugestellt werden. Bis jemand erneut sendet, wird nichts mehr versucht.",
			},
		},
		workflow: {
			message: {
				subject: "Ein Workflow hat etwas zu melden",
				sentence: "<bdi>„{name}“</bdi> meldet zu <bdi>„{contact}“</bdi>: <bdi>„{message}“</bdi>",
			},
		},
	},
	done: {
		one: "Als gelesen markiert.",
		many: "{count, plural, one {Eine Benachrichtigung wurde als gelesen markiert.} other {# wurden als gelesen markiert.}}",
	},
	noMatch: "Hier ist nichts",
	noMatchText: "Keine Benachrichtigung passt zu Ihrer Auswahl.",
	allRead: "Sie haben alles gelesen",
	allReadText: "Neues wird auf jeder Seite an der Glocke gezählt.",
	none: "Noch keine Benachrichtigungen",
	noneText:
		"Hier erfahren Sie von jedem Schlüssel, den Sie ändern dürfen, bevor er abläuft oder ungenutzt gelöscht wird, wann er rotiert werden sollte und ob ihn jemand öffentlich gefunden hat.",
} as const;
