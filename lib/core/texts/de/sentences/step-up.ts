/** Why somebody has to confirm that it is they. */
export const stepUp = {
	"Confirm that it is you before you change the address that you sign in with.":
		"Bestätigen Sie, dass Sie es sind, bevor Sie die Adresse ändern, mit der Sie sich anmelden.",
	"Confirm that it is you before you set up a second factor.":
		"Bestätigen Sie, dass Sie es sind, bevor Sie einen zweiten Faktor einrichten.",
	"Confirm that it is you before you switch your second factor off.":
		"Bestätigen Sie, dass Sie es sind, bevor Sie Ihren zweiten Faktor ausschalten.",
	"Confirm that it is you before you make new recovery codes.":
		"Bestätigen Sie, dass Sie es sind, bevor Sie neue Wiederherstellungscodes erzeugen.",
	"Deleting the agency ends all of its keys for good.":
		"Wird die Agentur gelöscht, enden alle ihre Schlüssel endgültig.",
	"Deleting a location ends its keys for good.":
		"Wird ein Standort gelöscht, enden seine Schlüssel endgültig.",
	"You are about to change who owns the agency.": "Sie sind dabei, die Inhaber der Agentur zu ändern.",
	"You are about to give up your ownership.": "Sie sind dabei, Ihre Rolle als Inhaber abzugeben.",
	"With such a link somebody's password can be changed.":
		"Mit einem solchen Link lässt sich das Passwort einer anderen Person ändern.",
	"The shared secret proves who sends a request.":
		"Das gemeinsame Geheimnis beweist, wer eine Anfrage sendet.",
	"Whoever sees the shared secret can sign as your agency.":
		"Wer das gemeinsame Geheimnis sieht, kann im Namen Ihrer Agentur signieren.",
	"A new shared secret changes what your systems have to sign with.":
		"Ein neues gemeinsames Geheimnis ändert, womit Ihre Systeme signieren müssen.",
	"{power} asks that you confirm that it is you.": "{power} verlangt, dass Sie Ihre Identität bestätigen.",
	"A key with this much power": "Ein Schlüssel mit so weitgehenden Rechten",
	"A new secret for a key with this much power":
		"Ein neues Geheimnis für einen Schlüssel mit so weitgehenden Rechten",
} as const;
