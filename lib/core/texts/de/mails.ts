export const mails = {
	hello: "Guten Tag {name}!",
	notYou:
		"Wenn Sie das nicht waren, legen Sie unter {address} ein neues Passwort fest und sagen Sie einem Inhaber Ihrer Agentur Bescheid.",
	account: {
		password: {
			subject: "Ihr Passwort wurde geändert",
			text: "Das Passwort Ihres Latchkey-Kontos wurde geändert.",
		},
		secondFactorOn: {
			subject: "Ihr zweiter Faktor ist eingeschaltet",
			text: "Für Ihr Latchkey-Konto wurde ein zweiter Faktor eingerichtet.",
		},
		secondFactorOff: {
			subject: "Ihr zweiter Faktor ist ausgeschaltet",
			text: "Der zweite Faktor Ihres Latchkey-Kontos wurde ausgeschaltet.",
		},
		recoveryCodes: {
			subject: "Sie haben neue Wiederherstellungscodes",
			text: "Für Ihr Latchkey-Konto wurden neue Wiederherstellungscodes erstellt. Die bisherigen gelten nicht mehr.",
		},
		recoveryCodeUsed: {
			subject: "Ein Wiederherstellungscode wurde verwendet",
			text: "Anstelle des zweiten Faktors Ihres Latchkey-Kontos wurde ein Wiederherstellungscode verwendet.",
		},
	},
	email: {
		changed: {
			subject: "Ihre Anmeldeadresse wurde geändert",
			text: "Von nun an melden Sie sich bei Latchkey als {next} an. Diese Adresse wird nicht mehr verwendet.",
			notYou: "Wenn Sie das nicht waren, sagen Sie sofort einem Inhaber Ihrer Agentur Bescheid.",
		},
		asked: {
			subject: "Ihre Anmeldeadresse soll geändert werden",
			text: "Jemand, der mit Ihrem Konto angemeldet ist, möchte sich künftig als {next} anmelden. Die Änderung gilt, sobald der Link geöffnet wird, der dorthin geschickt wurde.",
		},
		confirm: {
			subject: "Bestätigen Sie Ihre neue Anmeldeadresse",
			text: "Öffnen Sie diesen Link binnen 24 Stunden, um sich von nun an mit dieser Adresse bei Latchkey anzumelden:",
			notYou: "Wenn Sie das nicht angefordert haben, brauchen Sie nichts zu tun.",
		},
	},
	reset: {
		subject: "Neues Passwort festlegen",
		text: "Öffnen Sie diesen Link binnen einer Stunde, um ein neues Passwort für Latchkey festzulegen. Er gilt einmal:",
		notYou:
			"Wenn Sie das nicht angefordert haben, brauchen Sie nichts zu tun: Ihr Passwort bleibt, wie es ist.",
	},
	invitation: {
		toAgency: "Einladung zu {agency}",
		toLocation: "Einladung zum Standort {location} von {agency}",
		open: "Öffnen Sie diesen Link, um die Einladung anzunehmen:",
		once: "Er gilt einmal, für {email}, bis zum {until}.",
		unexpected: "Wenn Sie damit nichts anfangen können, löschen Sie diese E-Mail einfach.",
	},
	news: {
		subject: "{count, plural, one {# neue Benachrichtigung} other {# neue Benachrichtigungen}}",
		more: "Und {count, number} weitere: {address}",
		why: "Sie bekommen diese E-Mail, weil Sie es unter {address} so eingestellt haben. Dort können Sie solche E-Mails auch abstellen.",
	},
} as const;
