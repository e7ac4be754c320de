/** Webhooks, the shared secret, and what comes of sending to an address. */
export const sending = {
	"This is no URL. It must look like https://hooks.example.com/latchkey.":
		"Das ist keine URL. Sie muss aussehen wie https://hooks.example.com/latchkey.",
	"The URL must begin with https://.": "Die URL muss mit https:// beginnen.",
	"The URL may not have a part after #: it would never be sent.":
		"Die URL darf keinen Teil nach # haben: Er würde nie gesendet.",
	"There is no such event.": "Dieses Ereignis gibt es nicht.",
	"Choose at least one event.": "Wählen Sie mindestens ein Ereignis.",
	"Each event can be chosen once.": "Jedes Ereignis kann nur einmal gewählt werden.",
	"Your role here may look at webhooks, not change them.":
		"Ihre Rolle hier darf Webhooks ansehen, aber nicht ändern.",
	"An agency may have up to {max} webhooks. Delete one that is not needed any more.":
		"Eine Agentur darf höchstens {max} Webhooks haben. Löschen Sie einen, der nicht mehr gebraucht wird.",
	"Somebody else changed this webhook meanwhile. Reload to see what it says now.":
		"Jemand anderes hat diesen Webhook inzwischen geändert. Laden Sie die Seite neu, um den aktuellen Stand zu sehen.",
	"This webhook is switched off. Switch it on to send to it.":
		"Dieser Webhook ist ausgeschaltet. Schalten Sie ihn ein, um an ihn zu senden.",
	"This is on its way already.": "Das ist bereits unterwegs.",
	"Up to {max} tests a minute can be sent to a webhook. Wait a moment.":
		"An einen Webhook können höchstens {max} Tests je Minute gesendet werden. Warten Sie einen Augenblick.",

	"This address is not on the public internet, so nothing is sent there.":
		"Diese Adresse liegt nicht im öffentlichen Internet, deshalb wird nichts dorthin gesendet.",
	"Enter a whole address, such as https://example.com/hooks.":
		"Geben Sie eine vollständige Adresse ein, zum Beispiel https://example.com/hooks.",
	"The address must begin with https://.": "Die Adresse muss mit https:// beginnen.",
	"The address must not hold a user name or a password.":
		"Die Adresse darf keinen Benutzernamen und kein Passwort enthalten.",
	"The address names no place to send to.": "Die Adresse nennt kein Ziel, an das gesendet werden kann.",

	"Too much was sent from your network. Wait a quarter of an hour and try again.":
		"Aus Ihrem Netzwerk wurde zu viel gesendet. Warten Sie eine Viertelstunde, und versuchen Sie es noch einmal.",
	"This is our fault. Try again in a moment.": "Das ist unser Fehler. Versuchen Sie es gleich noch einmal.",

	"The host name was not found.": "Der Hostname wurde nicht gefunden.",
	"Only https is used on the public internet.": "Im öffentlichen Internet wird nur https verwendet.",
	"Redirects are not followed.": "Weiterleitungen werden nicht verfolgt.",
	"There was no whole answer within {seconds} seconds.":
		"Innerhalb von {seconds} Sekunden kam keine vollständige Antwort.",
	"The connection was refused.": "Die Verbindung wurde abgelehnt.",
	"The connection was closed without an answer.": "Die Verbindung wurde ohne Antwort geschlossen.",
	"The host cannot be reached.": "Der Host ist nicht erreichbar.",
	"The host did not take the connection in time.":
		"Der Host hat die Verbindung nicht rechtzeitig angenommen.",
	"The answer was not HTTP.": "Die Antwort war kein HTTP.",
	"TLS failed: the certificate is not valid for this host, or not trusted.":
		"TLS ist fehlgeschlagen: Das Zertifikat gilt nicht für diesen Host, oder ihm wird nicht vertraut.",
	"The request failed.": "Die Anfrage ist fehlgeschlagen.",
	"The API shared secret cannot be read on this server, so nothing was sent.":
		"Das gemeinsame API-Geheimnis ist auf diesem Server nicht lesbar, deshalb wurde nichts gesendet.",

	"The old secret may go on for up to 30 days.": "Das alte Geheimnis darf höchstens 30 Tage weiter gelten.",
	"The secret was rotated meanwhile. Reload to see what counts now.":
		"Das Geheimnis wurde inzwischen rotiert. Laden Sie die Seite neu, um zu sehen, welches jetzt gilt.",
	"Version {version} has no overlap that could end. Reload the page.":
		"Version {version} hat keine Übergangszeit, die enden könnte. Laden Sie die Seite neu.",
	"Create the shared secret first. Without one, every request of your agency would be refused.":
		"Erstellen Sie zuerst das gemeinsame Geheimnis. Ohne es würde jede Anfrage Ihrer Agentur abgelehnt.",
	"Version {version} cannot be read on this server: LATCHKEY_SECRET is not the one that it was stored under, or the row is damaged. Tell whoever runs Latchkey. Rotating makes a new version that works.":
		"Version {version} ist auf diesem Server nicht lesbar: LATCHKEY_SECRET ist nicht das, unter dem sie gespeichert wurde, oder die Zeile ist beschädigt. Informieren Sie den Betreiber von Latchkey. Eine Rotation erzeugt eine neue Version, die funktioniert.",
} as const;
