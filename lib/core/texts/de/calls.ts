export const calls = {
	offline:
		"Sie sind offline, deshalb wurde nichts gesendet. Ihre Eingaben bleiben hier stehen: Versuchen Sie es noch einmal, sobald Sie wieder online sind.",
	outdated:
		"Latchkey wurde aktualisiert, nachdem diese Seite geladen war. Geändert wurde nichts. Kopieren Sie, was Sie behalten möchten, und laden Sie die Seite neu.",
	noAnswer:
		"Der Server hat nicht geantwortet. Prüfen Sie Ihre Verbindung, sehen Sie nach, ob die Änderung angekommen ist, und versuchen Sie es noch einmal.",
	strangeAnswer:
		"Der Server hat die Anfrage abgewiesen. Vielleicht ist Ihre Sitzung abgelaufen: Laden Sie die Seite neu, melden Sie sich an und versuchen Sie es noch einmal.",
} as const;
