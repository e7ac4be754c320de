/** Refusals that any screen may meet, and those of the audit log's readers. */
export const general = {
	"There is nothing here, or it is not yours to see.":
		"Hier gibt es nichts, oder es ist nicht für Sie bestimmt.",
	"Your role here does not allow this.": "Ihre Rolle hier erlaubt das nicht.",
	"Only an owner can do this.": "Das können nur Inhaber.",
	"Only a person can do this.": "Das können nur Personen.",
	"Your session has ended. Sign in again.": "Ihre Sitzung ist beendet. Melden Sie sich erneut an.",
	"Something went wrong on our side. Try again.":
		"Bei uns ist etwas schiefgegangen. Versuchen Sie es noch einmal.",
	"Others changed the same at this moment. Nothing was changed here: try again.":
		"Andere haben gerade dasselbe geändert. Hier wurde nichts geändert: Versuchen Sie es noch einmal.",
	"The database cannot be reached right now. Nothing was changed.":
		"Die Datenbank ist gerade nicht erreichbar. Es wurde nichts geändert.",
	"Open the audit log and export it from there.":
		"Öffnen Sie das Audit-Protokoll und exportieren Sie es von dort aus.",
	"Open the API keys and export them from there.":
		"Öffnen Sie die API-Schlüssel und exportieren Sie sie von dort aus.",
	"Open the review and download its record from there.":
		"Öffnen Sie die Überprüfung und laden Sie ihr Protokoll von dort aus herunter.",
	"Open the form and export its submissions from there.":
		"Öffnen Sie das Formular und exportieren Sie seine Einsendungen von dort aus.",
	"An agency keeps at least one owner.": "Eine Agentur behält mindestens einen Inhaber.",
} as const;
