/** API keys: their fields, what may be done with them, refusals, reviews, saved views. */
export const keys = {
	"There is no such scope.": "Diese Berechtigung gibt es nicht.",
	"Choose at least one scope.": "Wählen Sie mindestens eine Berechtigung.",
	"Choose a role.": "Wählen Sie eine Rolle.",
	"Give the end date as a full date and time, or none.":
		"Geben Sie das Enddatum als vollständiges Datum mit Uhrzeit an, oder keines.",
	"The end date must be in the future.": "Das Enddatum muss in der Zukunft liegen.",
	"The end date may lie up to {years} years ahead.":
		"Das Enddatum darf höchstens {years} Jahre in der Zukunft liegen.",
	"Credits must be a whole number.": "Das Guthaben muss eine ganze Zahl sein.",
	"Credits cannot be below zero.": "Das Guthaben darf nicht unter null liegen.",
	"A refill must be a whole number of credits.": "Eine Auffüllung muss eine ganze Zahl sein.",
	"A refill must bring at least 1 credit.": "Eine Auffüllung muss mindestens 1 bringen.",
	"A refill may bring up to {max} credits.": "Eine Auffüllung darf höchstens {max} bringen.",
	"The day of the refill must be from 1 to 31.": "Der Tag der Auffüllung muss zwischen 1 und 31 liegen.",
	"Credits are refilled every DAY, or every MONTH on a day of it.":
		"Das Guthaben wird täglich aufgefüllt (DAY) oder an einem Tag jedes Monats (MONTH).",
	"Only a key with credits can have them refilled.":
		"Nur das Guthaben eines Schlüssels, der eines hat, kann aufgefüllt werden.",
	"A location key cannot hold {scopes}.":
		"Ein Standortschlüssel kann diese Berechtigungen nicht haben: {scopes}.",
	"Choose at least one location, or all of them.": "Wählen Sie mindestens einen Standort oder alle.",
	"Choose the location that the key is for.": "Wählen Sie den Standort, für den der Schlüssel ist.",
	"A location key acts on its own location alone.":
		"Ein Standortschlüssel gilt nur an seinem eigenen Standort.",
	"One of these locations does not exist any more.": "Einen dieser Standorte gibt es nicht mehr.",
	"Another key here already has this title.": "Ein anderer Schlüssel hier hat bereits diesen Titel.",
	"A key may have up to {max} labels.": "Ein Schlüssel darf höchstens {max} Labels haben.",
	"Up to {max} addresses or ranges.": "Höchstens {max} Adressen oder Bereiche.",
	'"{line}" is not an IPv4 or IPv6 address or CIDR range.':
		"„{line}“ ist weder eine IPv4- oder IPv6-Adresse noch ein CIDR-Bereich.",

	"{sentence}, and your agency's policy allows {max}. Delete what nobody needs, or ask an owner or admin of the agency to raise the limit.":
		"{sentence}, und die Richtlinie Ihrer Agentur erlaubt {max}. Löschen Sie, was niemand braucht, oder bitten Sie einen Inhaber oder Admin der Agentur, die Grenze anzuheben.",
	"There is 1 agency key": "Es gibt 1 Agenturschlüssel",
	"There are {count} agency keys": "Es gibt {count} Agenturschlüssel",
	"This location has 1 key": "Dieser Standort hat 1 Schlüssel",
	"This location has {count} keys": "Dieser Standort hat {count} Schlüssel",
	"{sentence} Choose an earlier end.": "{sentence} Wählen Sie ein früheres Ende.",
	"Your agency's policy: keys end after at most 1 day.":
		"Richtlinie Ihrer Agentur: Schlüssel enden spätestens nach 1 Tag.",
	"Your agency's policy: keys end after at most {days} days.":
		"Richtlinie Ihrer Agentur: Schlüssel enden spätestens nach {days} Tagen.",
	"Your agency's policy does not let location keys hold {scopes}.":
		"Die Richtlinie Ihrer Agentur erlaubt Standortschlüsseln diese Berechtigungen nicht: {scopes}.",
	"Your agency's policy asks for at least one allowed address.":
		"Die Richtlinie Ihrer Agentur verlangt mindestens eine erlaubte Adresse.",
	"Location keys have no such scope.": "Standortschlüssel haben keine solche Berechtigung.",
	"Choose at least one scope, or allow all of them.":
		"Wählen Sie mindestens eine Berechtigung, oder erlauben Sie alle.",
	"Choose what happens to the keys.": "Wählen Sie, was mit den Schlüsseln geschieht.",
	"Somebody else changed the policies meanwhile. Nothing was saved.":
		"Jemand anderes hat die Richtlinien inzwischen geändert. Es wurde nichts gespeichert.",

	"Your role here may look at these keys, not change them.":
		"Ihre Rolle hier darf diese Schlüssel ansehen, aber nicht ändern.",
	"Somebody else changed this key meanwhile. Reload to see what it says now.":
		"Jemand anderes hat diesen Schlüssel inzwischen geändert. Laden Sie die Seite neu, um den aktuellen Stand zu sehen.",
	"A revoked key cannot be changed any more.": "Ein widerrufener Schlüssel kann nicht mehr geändert werden.",
	"A revoked key stays revoked.": "Ein widerrufener Schlüssel bleibt widerrufen.",
	"A revoked key stays revoked: it gets no new secret.":
		"Ein widerrufener Schlüssel bleibt widerrufen: Er bekommt kein neues Geheimnis.",
	"A revoked key stays revoked: nothing replaces it.":
		"Ein widerrufener Schlüssel bleibt widerrufen: Nichts ersetzt ihn.",
	"A revoked key stays anyway, and stays revoked.":
		"Ein widerrufener Schlüssel bleibt ohnehin erhalten, und er bleibt widerrufen.",
	"This key was revoked before.": "Dieser Schlüssel wurde schon widerrufen.",
	"This key was used in the last 7 days. Type its title to delete it.":
		"Dieser Schlüssel wurde in den letzten 7 Tagen verwendet. Geben Sie zum Löschen seinen Titel ein.",
	"This key was used in the last 7 days, so it was kept.":
		"Dieser Schlüssel wurde in den letzten 7 Tagen verwendet und deshalb behalten.",
	"Another key here has this title by now. Rename or delete that one, then restore this one.":
		"Inzwischen hat ein anderer Schlüssel hier diesen Titel. Benennen Sie jenen um oder löschen Sie ihn, und stellen Sie dann diesen wieder her.",
	"This key was revoked as compromised and cannot be restored.":
		"Dieser Schlüssel wurde als kompromittiert widerrufen und kann nicht wiederhergestellt werden.",
	"This key has no older secret that still counts. Reload the page.":
		"Dieser Schlüssel hat kein älteres Geheimnis mehr, das noch gilt. Laden Sie die Seite neu.",
	"This is no later than the older secret ends now. To stop it sooner, end it now.":
		"Das ist nicht später als das jetzige Ende des älteren Geheimnisses. Soll es früher enden, beenden Sie es jetzt.",
	"An older secret goes on for 30 days after the rotation at most.":
		"Ein älteres Geheimnis gilt nach der Rotation höchstens 30 Tage weiter.",
	"The key holds none of these scopes any more. Reload to see what it holds.":
		"Der Schlüssel hat keine dieser Berechtigungen mehr. Laden Sie die Seite neu, um zu sehen, welche er hat.",
	"A key keeps at least one scope. Switch it off or delete it instead.":
		"Ein Schlüssel behält mindestens eine Berechtigung. Schalten Sie ihn stattdessen aus, oder löschen Sie ihn.",
	"No scope of this key is known to be unused.":
		"Von keiner Berechtigung dieses Schlüssels ist bekannt, dass sie ungenutzt ist.",
	"This key would have no scope left. Switch it off instead.":
		"Diesem Schlüssel bliebe keine Berechtigung. Schalten Sie ihn stattdessen aus.",
	"This key is READONLY already.": "Dieser Schlüssel ist bereits READONLY.",
	"The inactivity rule leaves this key alone already.":
		"Dieser Schlüssel ist von der Inaktivitätsregel bereits ausgenommen.",
	"Name each key once.": "Nennen Sie jeden Schlüssel nur einmal.",
	"This key has no end date, so it cannot be extended.":
		"Dieser Schlüssel hat kein Enddatum und kann deshalb nicht verlängert werden.",
	"This key ends later already.": "Dieser Schlüssel endet bereits später.",
	"This key has an end date already.": "Dieser Schlüssel hat bereits ein Enddatum.",

	"Enter a request id, such as 0198c1de-…, or a key as lists show it: lk_agy_••••Ab12, or its last four characters.":
		"Geben Sie eine Anfrage-ID wie 0198c1de-… ein, oder einen Schlüssel, wie Listen ihn zeigen: lk_agy_••••Ab12, oder seine letzten vier Zeichen.",
	"Nothing is known about this here. Refusals are kept for 30 days, the last 200 of each key; what was refused a moment ago takes a second or two to appear. A text that is no key of yours leaves no trace.":
		"Darüber ist hier nichts bekannt. Ablehnungen werden 30 Tage lang aufbewahrt, von jedem Schlüssel die letzten 200; was gerade erst abgelehnt wurde, erscheint nach ein bis zwei Sekunden. Ein Text, der kein Schlüssel von Ihnen ist, hinterlässt keine Spur.",

	"A review is under way here already. Reload to see it, then finish or drop it.":
		"Hier läuft bereits eine Überprüfung. Laden Sie die Seite neu, und schließen Sie sie ab oder verwerfen Sie sie.",
	"Somebody has finished or dropped this review already.":
		"Jemand hat diese Überprüfung bereits abgeschlossen oder verworfen.",
	"Keys were changed more than {count} times since this review began, which is too much for one record. Drop it and begin a new one.":
		"Seit Beginn dieser Überprüfung wurden Schlüssel mehr als {count} Mal geändert. Das ist zu viel für ein Protokoll. Verwerfen Sie sie, und beginnen Sie eine neue.",

	"You can keep up to {max} views here. Delete one first.":
		"Sie können hier höchstens {max} Ansichten behalten. Löschen Sie zuerst eine.",
	"Another of your views here has this name. Choose a different one.":
		"Eine andere Ihrer Ansichten hier hat diesen Namen. Wählen Sie einen anderen.",
} as const;
