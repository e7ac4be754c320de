export const visitorForm = {
	closed: "Dieses Formular nimmt zurzeit keine Antworten an.",
	required: "Pflichtfeld",
	phoneHint: "Mit Ländervorwahl, etwa +49 30 1234567.",
	choose: "Bitte auswählen",
	trap: "Bitte leer lassen",
	problems: "Einige Angaben müssen noch einmal geprüft werden.",
	sending: "Wird gesendet …",
	noAnswer:
		"Es kam keine Antwort. Prüfen Sie Ihre Verbindung und versuchen Sie es noch einmal: Ihre Eingaben sind noch da.",
	thanks: {
		title: "Vielen Dank",
		text: "Wir haben Ihre Antworten erhalten.",
		goOn: "Weiter zu {host}",
	},
	notFound: {
		title: "Hier ist nichts",
		text: "Dieses Formular gibt es nicht, oder es ist nicht mehr geöffnet. Fragen Sie, wer Ihnen die Adresse gegeben hat.",
	},
} as const;
