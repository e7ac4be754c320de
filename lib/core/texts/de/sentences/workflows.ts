/** Workflows: their steps, and what the history of a run says. */
export const workflows = {
	"Choose a form.": "Wählen Sie ein Formular.",
	"Choose a trigger link.": "Wählen Sie einen Trigger-Link.",
	"Choose a field.": "Wählen Sie ein Feld.",
	"Choose a form of this location.": "Wählen Sie ein Formular dieses Standorts.",
	"Choose a trigger link of this location.": "Wählen Sie einen Trigger-Link dieses Standorts.",
	"Choose a field of this location's contacts.": "Wählen Sie ein Feld der Kontakte dieses Standorts.",
	"Wait between one minute and 90 days.": "Warten Sie zwischen einer Minute und 90 Tagen.",
	"Enter an address, such as https://hooks.example.com/crm.":
		"Geben Sie eine Adresse ein, zum Beispiel https://hooks.example.com/crm.",
	"A workflow may have up to {max} steps.": "Ein Workflow darf höchstens {max} Schritte haben.",
	"Add at least one step: a workflow without one would do nothing.":
		"Fügen Sie mindestens einen Schritt hinzu: Ohne Schritte täte der Workflow nichts.",
	"A location may have up to {max} workflows. Delete one that is not needed any more.":
		"Ein Standort darf höchstens {max} Workflows haben. Löschen Sie einen, der nicht mehr gebraucht wird.",
	"Somebody else changed this workflow meanwhile. Reload to see what it says now.":
		"Jemand anderes hat diesen Workflow inzwischen geändert. Laden Sie die Seite neu, um den aktuellen Stand zu sehen.",
	"This workflow is a draft. Publish it before you put contacts in.":
		"Dieser Workflow ist ein Entwurf. Veröffentlichen Sie ihn, bevor Sie Kontakte aufnehmen.",
	"This run is over already.": "Dieser Lauf ist schon beendet.",

	"The contact had this tag already.": "Der Kontakt hatte dieses Tag bereits.",
	"The contact did not have this tag.": "Der Kontakt hatte dieses Tag nicht.",
	"The answer was {status}.": "Die Antwort war {status}.",
	"This starts no more workflows: {runs} runs have led from one to the next.":
		"Hier starten keine weiteren Workflows: {runs} Läufe haben einander ausgelöst.",
	"This starts no more workflows: {runs} runs have come of one already.":
		"Hier starten keine weiteren Workflows: Aus einem Lauf sind bereits {runs} entstanden.",
	"Latchkey could not take this step. Its operator finds the reason in the log.":
		"Latchkey konnte diesen Schritt nicht ausführen. Der Betreiber findet den Grund im Log.",
	"Another contact of this location has this value already.":
		"Ein anderer Kontakt dieses Standorts hat diesen Wert bereits.",
} as const;
