/** People, roles, invitations, and the agency's and locations' own facts. */
export const people = {
	"Choose the location.": "Wählen Sie den Standort.",
	"Your role here may look at its people, not change them.":
		"Ihre Rolle hier darf die Personen ansehen, aber nicht ändern.",
	"Nobody can give a role above their own.": "Niemand kann eine höhere Rolle als die eigene vergeben.",
	"Nobody can give or take a role above their own.":
		"Niemand kann eine höhere Rolle als die eigene vergeben oder entziehen.",
	"This person has a role here already.": "Diese Person hat hier bereits eine Rolle.",
	"This address has an open invitation already. Send that one again, or withdraw it.":
		"Für diese Adresse gibt es bereits eine offene Einladung. Senden Sie sie noch einmal, oder ziehen Sie sie zurück.",
	"This invitation is for {email}.": "Diese Einladung ist für {email}.",
	"This invitation cannot be used any more.": "Diese Einladung kann nicht mehr verwendet werden.",
	"Somebody signs in with this address already. Sign in to accept.":
		"Mit dieser Adresse meldet sich bereits jemand an. Melden Sie sich an, um die Einladung anzunehmen.",
	"{name} may not give this role any more. Ask somebody else of the agency to invite you.":
		"{name} darf diese Rolle nicht mehr vergeben. Bitten Sie jemand anderen aus der Agentur, Sie einzuladen.",
	"Choose somebody else to hand over to.": "Wählen Sie jemand anderen, dem Sie die Agentur übergeben.",
	"You are not an owner any more. Reload to see who is.":
		"Sie sind nicht mehr Inhaber. Laden Sie die Seite neu, um zu sehen, wer es ist.",
	"Mail is set up here: they can ask for a link where they sign in.":
		"E-Mail ist hier eingerichtet: Auf der Anmeldeseite kann jeder selbst einen Link anfordern.",
	"This person also belongs to another agency, so their password is not yours to reset.":
		"Diese Person gehört auch zu einer anderen Agentur. Deshalb können Sie ihr Passwort nicht zurücksetzen.",

	"Another location of the agency has this name.": "Ein anderer Standort der Agentur hat diesen Namen.",
	"This location is not suspended.": "Dieser Standort ist nicht gesperrt.",
	"This location is suspended already.": "Dieser Standort ist bereits gesperrt.",
} as const;
