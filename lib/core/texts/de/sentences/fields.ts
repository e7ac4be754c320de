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
	"Enter an e-mail address, such as name@example.com.":
		"Geben Sie eine E-Mail-Adresse ein, zum Beispiel name@example.com.",
	"Enter an e-mail address such as you@example.com.":
		"Geben Sie eine E-Mail-Adresse ein, zum Beispiel sie@example.com.",
	"Use lower-case letters, digits and single hyphens, up to 60 characters.":
		"Verwenden Sie Kleinbuchstaben, Ziffern und einzelne Bindestriche, höchstens 60 Zeichen.",
	"Type the name as it stands here to delete it.":
		"Geben Sie zum Löschen den Namen genau so ein, wie er hier steht.",
} as const;
