/** Contacts, their fields and tags, forms and trigger links. */
export const contacts = {
	"Enter a name, a company, an e-mail address or a phone number, so that the contact can be told from others.":
		"Geben Sie einen Namen, eine Firma, eine E-Mail-Adresse oder eine Telefonnummer ein, damit sich der Kontakt von anderen unterscheiden lässt.",
	"Enter a time zone, such as Europe/Berlin.": "Geben Sie eine Zeitzone ein, zum Beispiel Europe/Berlin.",
	"Enter a day as year, month and day, such as 1990-09-25.":
		"Geben Sie einen Tag als Jahr, Monat und Tag ein, zum Beispiel 1990-09-25.",
	"Enter a phone number with its country code, such as +49 30 1234567.":
		"Geben Sie eine Telefonnummer mit Landesvorwahl ein, zum Beispiel +49 30 1234567.",
	"Add a plus and the country code, such as +49 30 1234567.":
		"Stellen Sie ein Plus und die Landesvorwahl voran, zum Beispiel +49 30 1234567.",
	"This is no phone number of {country}. Add a plus and the country code for others.":
		"Das ist keine Telefonnummer aus diesem Land: {country}. Stellen Sie für andere ein Plus und die Landesvorwahl voran.",
	"A contact may have up to {max} custom values.": "Ein Kontakt darf höchstens {max} eigene Werte haben.",
	"A contact may have up to {max} tags.": "Ein Kontakt darf höchstens {max} Tags haben.",
	"Somebody else changed this contact meanwhile. Reload to see what it says now.":
		"Jemand anderes hat diesen Kontakt inzwischen geändert. Laden Sie die Seite neu, um den aktuellen Stand zu sehen.",
	"Another contact of this location has this e-mail address.":
		"Ein anderer Kontakt dieses Standorts hat diese E-Mail-Adresse.",
	"Another contact of this location has this phone number.":
		"Ein anderer Kontakt dieses Standorts hat diese Telefonnummer.",
	"The location has no custom field of this id.": "Der Standort hat kein eigenes Feld mit dieser ID.",
	"This location has a tag of this name already.": "Dieser Standort hat bereits ein Tag mit diesem Namen.",
	"A location may have up to {max} tags. Delete one that is not needed any more.":
		"Ein Standort darf höchstens {max} Tags haben. Löschen Sie eines, das nicht mehr gebraucht wird.",

	"Choose what the field holds.": "Wählen Sie, was das Feld enthält.",
	"Enter at least one option.": "Geben Sie mindestens eine Option ein.",
	"A field may have up to {max} options.": "Ein Feld darf höchstens {max} Optionen haben.",
	"This type has no options.": "Dieser Typ hat keine Optionen.",
	"“{name}” stands there twice.": "„{name}“ steht zweimal da.",
	"The field has no option “{name}” any more. Reload to see its options.":
		"Das Feld hat keine Option „{name}“ mehr. Laden Sie die Seite neu, um seine Optionen zu sehen.",
	"An option is a text, or { name, was }.": "Eine Option ist ein Text oder { name, was }.",
	"1 contact has {sentence}. Rename it to keep it, or say that contacts lose it.":
		"1 Kontakt hat {sentence}. Benennen Sie die Option um, um sie zu behalten, oder bestätigen Sie, dass Kontakte sie verlieren.",
	"{count} contacts have {sentence}. Rename it to keep it, or say that contacts lose it.":
		"{count} Kontakte haben {sentence}. Benennen Sie die Option um, um sie zu behalten, oder bestätigen Sie, dass Kontakte sie verlieren.",
	"“{name}” or {sentence}": "„{name}“ oder {sentence}",
	"“{name}”": "„{name}“",
	"Another custom field of this location has this name.":
		"Ein anderes eigenes Feld dieses Standorts hat diesen Namen.",
	"A location may have up to {max} custom fields. Delete one that is not needed any more.":
		"Ein Standort darf höchstens {max} eigene Felder haben. Löschen Sie eines, das nicht mehr gebraucht wird.",
	"Another custom value of this location has this name.":
		"Ein anderer eigener Wert dieses Standorts hat diesen Namen.",
	"A location may have up to {max} custom values. Delete one that is not needed any more.":
		"Ein Standort darf höchstens {max} eigene Werte haben. Löschen Sie einen, der nicht mehr gebraucht wird.",

	"{field}: {sentence}": "{field}: {sentence}",
	"Enter a text.": "Geben Sie einen Text ein.",
	"Enter a number.": "Geben Sie eine Zahl ein.",
	"This number is too large.": "Diese Zahl ist zu groß.",
	"Choose one of the options.": "Wählen Sie eine der Optionen.",
	"Choose one of: {options}.": "Wählen Sie eine dieser Optionen: {options}.",
	"Choose from: {options}.": "Wählen Sie aus diesen Optionen: {options}.",

	"{question}: enter an e-mail address, such as name@example.com.":
		"{question}: Geben Sie eine E-Mail-Adresse ein, zum Beispiel name@example.com.",
	"{question}: enter a number, such as 1250.50.":
		"{question}: Geben Sie eine Zahl ein, zum Beispiel 1250,50.",
	"{question}: choose one of the answers.": "{question}: Wählen Sie eine der Antworten.",
	"{question}: send one answer as text.": "{question}: Senden Sie eine Antwort als Text.",
	"{question}: this has to be ticked.": "{question}: Dies muss angekreuzt sein.",

	"A field's name has lower-case letters, digits and _.":
		"Der Name eines Feldes besteht aus Kleinbuchstaben, Ziffern und _.",
	"{name} is kept for programs that send forms to everybody.":
		"{name} ist Programmen vorbehalten, die Formulare an alle senden.",
	"Choose what kind of answer it takes.": "Wählen Sie die Art der Antwort.",
	"A question may have up to {max} choices.": "Eine Frage darf höchstens {max} Auswahlmöglichkeiten haben.",
	'"{label}" needs at least one choice.': "„{label}“ braucht mindestens eine Auswahlmöglichkeit.",
	'"{label}" takes no choices.': "„{label}“ hat keine Auswahlmöglichkeiten.",
	'"{label}" cannot be kept there: the answer is of another kind.':
		"„{label}“ kann dort nicht gespeichert werden: Die Antwort ist von anderer Art.",
	'"{label}" is to be kept in a custom field that there is not. Choose another.':
		"„{label}“ soll in einem eigenen Feld gespeichert werden, das es nicht gibt. Wählen Sie ein anderes.",
	"A form asks at least one question.": "Ein Formular stellt mindestens eine Frage.",
	"A form may ask up to {max} questions.": "Ein Formular darf höchstens {max} Fragen stellen.",
	"Two questions have the same name.": "Zwei Fragen haben denselben Namen.",
	"Two questions are kept in the same field of the contact.":
		"Zwei Fragen werden im selben Feld des Kontakts gespeichert.",
	"This form takes no answers at the moment.": "Dieses Formular nimmt zurzeit keine Antworten an.",
	"Somebody else changed this form meanwhile. Reload to see what it says now.":
		"Jemand anderes hat dieses Formular inzwischen geändert. Laden Sie die Seite neu, um den aktuellen Stand zu sehen.",
	"A location may have up to {max} forms. Delete one that is not needed any more.":
		"Ein Standort darf höchstens {max} Formulare haben. Löschen Sie eines, das nicht mehr gebraucht wird.",
	"This address leads on by itself. Enter the one that people are to see in the end.":
		"Diese Adresse leitet selbst weiter. Geben Sie die ein, die am Ende erscheinen soll.",
	"Somebody else changed this trigger link meanwhile. Reload to see what it says now.":
		"Jemand anderes hat diesen Trigger-Link inzwischen geändert. Laden Sie die Seite neu, um den aktuellen Stand zu sehen.",
	"A location may have up to {max} trigger links. Delete one that is not needed any more.":
		"Ein Standort darf höchstens {max} Trigger-Links haben. Löschen Sie einen, der nicht mehr gebraucht wird.",
} as const;
