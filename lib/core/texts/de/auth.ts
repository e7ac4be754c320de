export const auth = {
	email: "E-Mail",
	password: "Passwort",
	yourName: "Ihr Name",
	signIn: {
		title: "Anmelden",
		text: "Verwalten Sie die API-Schlüssel Ihrer Agentur und ihrer Standorte.",
		submit: "Anmelden",
		submitting: "Sie werden angemeldet …",
		forgotten: "Passwort vergessen?",
		problems: {
			credentials:
				"E-Mail und Passwort passen nicht zusammen. Prüfen Sie beides und versuchen Sie es noch einmal.",
			code: "Dieser Code passt nicht oder wurde schon verwendet. Warten Sie auf den nächsten und versuchen Sie es noch einmal.",
			ticket: "Das hat zu lange gedauert, oder zu viele Codes waren falsch. Bitte beginnen Sie von vorn.",
			throttled: "Zu viele Versuche. Warten Sie eine Viertelstunde und versuchen Sie es dann noch einmal.",
			busy: "Gerade können keine Passwörter geprüft werden. Versuchen Sie es gleich noch einmal.",
			expired:
				"Melden Sie sich an, um fortzufahren. Sitzungen enden, wenn sie eine Weile nicht verwendet werden.",
			changed: "Ihre Rolle hat sich geändert. Melden Sie sich noch einmal an, um fortzufahren.",
			reset:
				"Ihr neues Passwort ist gesetzt, und alle Ihre Sitzungen sind beendet. Melden Sie sich damit an.",
			invalid: "Das Formular kam unvollständig an. Bitte füllen Sie es noch einmal aus.",
		},
	},
	code: {
		title: "Bestätigen Sie, dass Sie es sind",
		text: "Ihr Passwort stimmt. Noch ein Schritt.",
		label: "Code",
		hint: "Die sechs Ziffern, die Ihre Authenticator-App gerade zeigt. Haben Sie die App nicht zur Hand, geben Sie einen Ihrer Wiederherstellungscodes ein.",
		submit: "Weiter",
		submitting: "Wird geprüft …",
		startOver: "Von vorn beginnen",
	},
	reset: {
		title: "Neues Passwort festlegen",
		sessionsEnd: "Dabei werden alle Ihre Sitzungen beendet.",
		sentTitle: "Sehen Sie in Ihrem Postfach nach",
		sent: "Wenn sich jemand mit dieser Adresse anmeldet, ist ein Link zum Festlegen eines neuen Passworts unterwegs. Er gilt einmal, eine Stunde lang.",
		noMail:
			"Bitten Sie einen Inhaber Ihrer Agentur um einen Link zum Festlegen eines neuen Passworts. Diese Installation verschickt keine E-Mails.",
		ask: "Wir schicken einen Link an die Adresse, mit der Sie sich anmelden.",
		send: "Link senden",
		sending: "Wird gesendet …",
		newPassword: "Neues Passwort",
		set: "Passwort festlegen",
		setting: "Wird festgelegt …",
		back: "Zurück zur Anmeldung",
		problems: {
			bad_link:
				"Dieser Link gilt nicht mehr: Er wurde verwendet, durch einen anderen ersetzt oder ist abgelaufen.",
			throttled: "Zu viele Versuche. Warten Sie eine Viertelstunde und versuchen Sie es dann noch einmal.",
			busy: "Gerade können keine Passwörter festgelegt werden. Versuchen Sie es gleich noch einmal.",
			invalid: "Das Formular kam unvollständig an. Bitte füllen Sie es noch einmal aus.",
		},
	},
	invitation: {
		page: "Einladung",
		title: "<bdi>{place}</bdi> beitreten",
		toAgency:
			"<bdi>{inviter}</bdi> lädt Sie ein, die API-Schlüssel von <bdi>{agency}</bdi> zu verwalten. Ihre Rolle: <strong>{role}</strong>.",
		toLocation:
			"<bdi>{inviter}</bdi> lädt Sie ein, die API-Schlüssel von <bdi>{location}</bdi> zu verwalten, einem Standort von <bdi>{agency}</bdi>. Ihre Rolle: <strong>{role}</strong>.",
		signedIn: "Sie sind angemeldet als <bdi>{name}</bdi>.",
		accept: "Annehmen",
		wrongPerson:
			"Sie sind als <bdi>{email}</bdi> angemeldet, und diese Einladung ist für <bdi>{invited}</bdi>. Melden Sie sich ab und öffnen Sie den Link dann noch einmal.",
		signInFirst: "Zum Annehmen als <bdi>{email}</bdi> anmelden",
		create: "Konto anlegen und beitreten",
		joining: "Sie treten bei …",
		choosePassword: "Passwort wählen",
		passwordHint: "Mindestens {min, number} Zeichen. Einige Wörter hintereinander genügen.",
		throttledTitle: "Zu viele Versuche",
		throttled:
			"Von hier wurden zu viele Links versucht, die es nicht gibt. Warten Sie eine Viertelstunde und versuchen Sie es dann noch einmal.",
		deadTitle: "Diese Einladung kann nicht verwendet werden",
		dead: "Sie wurde angenommen oder zurückgezogen, ein neuerer Link hat sie ersetzt, oder ihre sieben Tage sind vorbei. Bitten Sie die Person, die Sie eingeladen hat, um eine neue. Haben Sie die Einladung schon angenommen, melden Sie sich an.",
		toSignIn: "Zur Anmeldung",
		problems: {
			name: "Geben Sie Ihren Namen ein, mit höchstens 80 Zeichen.",
			password:
				"Dieses Passwort ist zu leicht zu erraten. Verwenden Sie mindestens 15 Zeichen und nichts, was andere über Sie wissen.",
			unbacked:
				"Die Person, die Sie eingeladen hat, darf diese Rolle nicht mehr vergeben. Bitten Sie jemand anderen in der Agentur um eine Einladung.",
			busy: "Das geht gerade nicht. Versuchen Sie es gleich noch einmal.",
		},
	},
	setUp: {
		title: "Latchkey einrichten",
		text: "Noch verwendet niemand diese Installation. Legen Sie die erste Agentur an; Sie werden ihr Inhaber. Danach gibt es diese Seite nicht mehr.",
		submit: "Agentur anlegen und anmelden",
		submitting: "Wird eingerichtet …",
		problem: "{message} Das Passwort muss noch einmal eingegeben werden.",
		problems: "Mindestens eine Angabe muss noch einmal geprüft werden.",
		token: "Einrichtungs-Token",
		tokenHint:
			"Dort, wo Latchkey gestartet wurde, zeigen Terminal und Protokoll eine Adresse, die auf ?token=… endet.",
		agencyGroup: "Ihre Agentur",
		agency: "Agentur",
		slug: "Name in Adressen",
		slugHint: "Die Seiten der Agentur stehen dauerhaft unter /agencies/{slug}.",
		ownerGroup: "Sie, der Inhaber",
		passwordHint: "Mindestens {min, number} Zeichen. Einen Satz merkt man sich leicht.",
	},
	welcome: {
		page: "Willkommen",
		title: "Sie haben hier zurzeit keine Rolle",
		text: "Sie sind als <strong>{email}</strong> angemeldet und haben keine Rolle in einer Agentur oder an einem Standort: Sie wurde noch nicht vergeben, oder sie ist beendet. Bitten Sie einen Inhaber oder Admin Ihrer Agentur, diese Adresse einzuladen, und öffnen Sie dann den Link, den Sie bekommen.",
		account: "Ihr Konto",
	},
} as const;
