export const words = {
	/** Of a key. */
	status: {
		Active: "Aktiv",
		Inactive: "Ausgeschaltet",
		Expired: "Abgelaufen",
		Revoked: "Widerrufen",
		Trash: "Im Papierkorb",
	},
	/** On a use of a key. */
	verdict: {
		VALID: "Erlaubt",
		REVOKED: "Widerrufen",
		DISABLED: "Ausgeschaltet",
		EXPIRED: "Abgelaufen",
		SUSPENDED: "Gesperrt",
		FORBIDDEN: "Adresse, Standort oder Signatur",
		INSUFFICIENT_PERMISSIONS: "Fehlende Berechtigung",
		RATE_LIMITED: "Ratenlimit",
		USAGE_EXCEEDED: "Kein Guthaben",
	},
	/** Of a workflow. */
	run: {
		RUNNING: "Läuft",
		DONE: "Fertig",
		FAILED: "Fehlgeschlagen",
		STOPPED: "Gestoppt",
	},
	/** How far a change of keys has come. */
	propagation: {
		confirmed: {
			ends: "Kein Prozess nimmt ihn mehr an.",
			alters: "Jeder Prozess richtet sich jetzt danach.",
			begins: "Jeder Prozess weiß davon.",
			replaces: "Jeder Prozess richtet sich jetzt danach.",
			closes: "Kein Prozess nimmt die Schlüssel mehr an.",
			opens: "Jeder Prozess weiß davon.",
		},
		until: {
			ends: "{laggards, plural, =0 {Niemand konnte um eine Bestätigung gebeten werden: Ein Prozess kann den Schlüssel bis {time} noch annehmen.} one {Ein Prozess hat noch nicht bestätigt und kann den Schlüssel bis {time} noch annehmen.} other {# Prozesse haben noch nicht bestätigt und können den Schlüssel bis {time} noch annehmen.}}",
			alters:
				"{laggards, plural, =0 {Niemand konnte um eine Bestätigung gebeten werden: Ein Prozess kann den Schlüssel bis {time} noch nach seinen alten Einstellungen behandeln.} one {Ein Prozess hat noch nicht bestätigt und kann den Schlüssel bis {time} noch nach seinen alten Einstellungen behandeln.} other {# Prozesse haben noch nicht bestätigt und können den Schlüssel bis {time} noch nach seinen alten Einstellungen behandeln.}}",
			begins:
				"{laggards, plural, =0 {Niemand konnte um eine Bestätigung gebeten werden: Ein Prozess kann den Schlüssel bis {time} noch ablehnen.} one {Ein Prozess hat noch nicht bestätigt und kann den Schlüssel bis {time} noch ablehnen.} other {# Prozesse haben noch nicht bestätigt und können den Schlüssel bis {time} noch ablehnen.}}",
			replaces:
				"{laggards, plural, =0 {Niemand konnte um eine Bestätigung gebeten werden: Ein Prozess kann bis {time} noch ein beendetes Geheimnis annehmen.} one {Ein Prozess hat noch nicht bestätigt und kann bis {time} noch ein beendetes Geheimnis annehmen.} other {# Prozesse haben noch nicht bestätigt und können bis {time} noch ein beendetes Geheimnis annehmen.}}",
			closes:
				"{laggards, plural, =0 {Niemand konnte um eine Bestätigung gebeten werden: Ein Prozess kann die Schlüssel bis {time} noch annehmen.} one {Ein Prozess hat noch nicht bestätigt und kann die Schlüssel bis {time} noch annehmen.} other {# Prozesse haben noch nicht bestätigt und können die Schlüssel bis {time} noch annehmen.}}",
			opens:
				"{laggards, plural, =0 {Niemand konnte um eine Bestätigung gebeten werden: Ein Prozess kann die Schlüssel bis {time} noch ablehnen.} one {Ein Prozess hat noch nicht bestätigt und kann die Schlüssel bis {time} noch ablehnen.} other {# Prozesse haben noch nicht bestätigt und können die Schlüssel bis {time} noch ablehnen.}}",
		},
	},
} as const;
