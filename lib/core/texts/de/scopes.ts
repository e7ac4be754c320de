export const scopes = {
	areas: {
		contacts: { name: "Kontakte", text: "Personen und ihre Angaben" },
		forms: { name: "Formulare", text: "Formulare und was eingesandt wurde" },
		links: { name: "Trigger-Links", text: "Links, die Workflows auslösen" },
		workflows: { name: "Workflows", text: "Automatisierungen und ihre Läufe" },
		locations: { name: "Standorte", text: "Namen und Einstellungen der Standorte" },
		users: { name: "Personen", text: "Mitglieder und ihre Rollen" },
		keys: { name: "API-Schlüssel", text: "Andere Schlüssel erstellen und ändern" },
		oauth: { name: "Standort-Token", text: "Schlüssel eines Standorts, einen Tag lang gültig" },
		verifyKeys: { name: "Schlüssel prüfen", text: "Fragen, ob ein Schlüssel gültig ist, wie ein Gateway" },
		usage: { name: "Nutzung", text: "Wie oft Schlüssel verwendet werden" },
		audit: { name: "Audit-Protokoll", text: "Wer was geändert hat" },
	},
	forms: { readonly: "Lesen", write: "Schreiben", verify: "Prüfen" },
	presets: { full: "Voller Zugriff", read: "Alles lesen", gateway: "Nur Schlüssel prüfen" },
	count: "{count, plural, one {# Berechtigung} other {# Berechtigungen}}",
} as const;
