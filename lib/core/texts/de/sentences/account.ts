/** Accounts, passwords, second factors, sign-in and set-up. */
export const account = {
	"Too many attempts. Wait a quarter of an hour, then try again.":
		"Zu viele Versuche. Warten Sie eine Viertelstunde, und versuchen Sie es dann noch einmal.",
	"Too many people are signing in right now. Try again in a moment.":
		"Gerade melden sich zu viele Personen an. Versuchen Sie es gleich noch einmal.",
	"Some of it needs another look.": "Einige Angaben passen noch nicht.",
	"This is not the set-up token. Copy it again from where Latchkey was started.":
		"Das ist nicht das Einrichtungs-Token. Kopieren Sie es noch einmal von dort, wo Latchkey gestartet wurde.",
	"That is not your password.": "Das ist nicht Ihr Passwort.",
	"That is not your present password.": "Das ist nicht Ihr aktuelles Passwort.",
	"That is your present password.": "Das ist Ihr aktuelles Passwort.",
	"Enter your password.": "Geben Sie Ihr Passwort ein.",
	"Choose a password.": "Wählen Sie ein Passwort.",
	"A password has up to {max} characters.": "Ein Passwort hat höchstens {max} Zeichen.",
	"A password needs at least {min} characters.": "Ein Passwort braucht mindestens {min} Zeichen.",
	"{sentence} With a second factor, 8 are enough.": "{sentence} Mit einem zweiten Faktor genügen 8.",
	"This password repeats one short pattern. Choose something less regular.":
		"Dieses Passwort wiederholt ein kurzes Muster. Wählen Sie etwas weniger Regelmäßiges.",
	"This password runs along the keyboard or the alphabet. Choose something less regular.":
		"Dieses Passwort folgt der Tastatur oder dem Alphabet. Wählen Sie etwas weniger Regelmäßiges.",
	"This password is mostly your name or e-mail address, which are the first things that others try.":
		"Dieses Passwort besteht vor allem aus Ihrem Namen oder Ihrer E-Mail-Adresse. Das probieren andere zuerst.",
	"This password is mostly words of this product, which are the first things that others try.":
		"Dieses Passwort besteht vor allem aus Wörtern dieses Produkts. Das probieren andere zuerst.",
	"This password is one of the most common, or one of those with a little around it.":
		"Dieses Passwort ist eines der häufigsten oder weicht kaum von einem davon ab.",
	"Your account was changed at the same moment. Sign in again.":
		"Ihr Konto wurde im selben Augenblick geändert. Melden Sie sich erneut an.",
	"Your account was changed elsewhere at the same moment. Reload the page and see.":
		"Ihr Konto wurde im selben Augenblick an anderer Stelle geändert. Laden Sie die Seite neu.",
	"Somebody signs in with this address already.": "Mit dieser Adresse meldet sich bereits jemand an.",
	"This is your address already.": "Das ist bereits Ihre Adresse.",
	"This link counts no more. Ask for a new one on your account page.":
		"Dieser Link gilt nicht mehr. Fordern Sie auf Ihrer Kontoseite einen neuen an.",
	"Enter the code.": "Geben Sie den Code ein.",
	"That is longer than any code.": "Das ist länger als jeder Code.",
	"Enter the six digits of your authenticator app, or a whole recovery code.":
		"Geben Sie die sechs Ziffern Ihrer Authentifizierungs-App oder einen vollständigen Wiederherstellungscode ein.",
	"That code does not fit, or was used before. Wait for the next one, then try again.":
		"Dieser Code stimmt nicht oder wurde schon verwendet. Warten Sie auf den nächsten, und versuchen Sie es noch einmal.",
	"That code does not fit. Type the one that the app shows now, and see that the clock of the device is right.":
		"Dieser Code stimmt nicht. Geben Sie den ein, den die App jetzt anzeigt, und prüfen Sie, ob die Uhr des Geräts richtig geht.",
	"This set-up was finished or started anew elsewhere. Reload the page to see.":
		"Diese Einrichtung wurde an anderer Stelle abgeschlossen oder neu begonnen. Laden Sie die Seite neu.",
	"There is a second factor already. Switch it off before you set up another.":
		"Es gibt bereits einen zweiten Faktor. Schalten Sie ihn aus, bevor Sie einen anderen einrichten.",
	"Your second factor is off already.": "Ihr zweiter Faktor ist bereits ausgeschaltet.",
	"Your password is too short to stand alone. Choose one of at least 15 characters first.":
		"Ihr Passwort ist zu kurz, um allein zu genügen. Wählen Sie zuerst eines mit mindestens 15 Zeichen.",
	"Recovery codes belong to a second factor, and yours is off.":
		"Wiederherstellungscodes gehören zu einem zweiten Faktor, und Ihrer ist ausgeschaltet.",
} as const;
