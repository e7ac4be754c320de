/** What is wrong with a field, whichever it is. */
export const fields = {
	"{name} is required.": "{name} fehlt.",
	"{name} is text.": "{name} muss ein Text sein.",
	"{name} is one line.": "{name} darf nur eine Zeile haben.",
	"{name} may have up to {max} characters.": "{name} darf höchstens {max} Zeichen haben.",
	"{name} has a broken, control or text-direction character. Please type it again.":
		"{name} enthält ein defektes Zeichen, ein Steuerzeichen oder eines für die Textrichtung. Geben Sie den Text bitte neu ein.",
	"{name} must be a whole number.": "{name} muss eine ganze Zahl sein.",
	"{name} must be at least {min}.": "{name} muss mindestens {min} sein.",
	"{name} may be up to {max}.": "{name} darf höchstens {max} sein.",
	"{name} must be a whole address, such as https://example.com/offer.":
		"{name} muss vollständig sein, zum Beispiel https://example.com/offer.",
	"{name} must begin with https:// or http://.": "{name} muss mit https:// oder http:// beginnen.",
	"{name} may not hold a user name or a password.":
		"{name} darf keinen Benutzernamen und kein Passwort enthalten.",
	"This value does not fit.": "Dieser Wert passt nicht.",
	"This is required.": "Diese Angabe fehlt.",
	"That is longer than {max} characters.": "Das sind mehr als {max} Zeichen.",
	"That is shorter than {min} characters.": "Das sind weniger als {min} Zeichen.",
	"Up to {max} are allowed here.": "Hier sind höchstens {max} erlaubt.",
	"At least {min} are needed here.": "Hier sind mindestens {min} nötig.",
	"That is more than {max}.": "Das ist mehr als {max}.",
	"That is less than {min}.": "Das ist weniger als {min}.",
	"That is not less than {max}.": "Das ist nicht weniger als {max}.",
	"That is not more than {min}.": "Das ist nicht mehr als {min}.",
	"Send text.": "Das muss ein Text sein.",
	"Send a number.": "Das muss eine Zahl sein.",
	"Send a whole number.": "Das muss eine ganze Zahl sein.",
	"Send true or false.": "Das muss „true“ oder „false“ sein.",
	"Send a list.": "Das muss eine Liste sein.",
	"Send an object.": "Das muss ein Objekt sein.",
	"Send null.": "Das muss leer sein.",
	"Send one of: {values}.": "Möglich sind: {values}.",
	"The only value here is {value}.": "Möglich ist nur {value}.",
	"Send an id, such as 0198c1de-5b1c-7c3e-9d5a-2f1e8b7a6c4d.":
		"Das muss eine ID sein, zum Beispiel 0198c1de-5b1c-7c3e-9d5a-2f1e8b7a6c4d.",
	"Send a moment with its time zone, such as 2026-06-23T03:30:00Z.":
		"Das muss ein Zeitpunkt mit Zeitzone sein, zum Beispiel 2026-06-23T03:30:00Z.",
	"There is no such member.": "Eine solche Angabe gibt es nicht.",
	"Enter an e-mail address, such as name@example.com.":
		"Geben Sie eine E-Mail-Adresse ein, zum Beispiel name@example.com.",
	"Enter an e-mail address such as you@example.com.":
		"Geben Sie eine E-Mail-Adresse ein, zum Beispiel sie@example.com.",
	"Use lower-case letters, digits and single hyphens, up to 60 characters.":
		"Verwenden Sie Kleinbuchstaben, Ziffern und einzelne Bindestriche, höchstens 60 Zeichen.",
	"Type the name as it stands here to delete it.":
		"Geben Sie zum Löschen den Namen genau so ein, wie er hier steht.",
} as const;
