export const leakReport = {
	title: "Offengelegten Schlüssel melden",
	text: "Haben Sie einen API-Schlüssel in Code, einem Chat oder einem Protokoll gefunden, das andere lesen können? Sagen Sie es uns, dann gilt er nicht mehr.",
	found: "Was Sie gefunden haben",
	foundHint:
		"Ein Schlüssel oder ein Abschnitt von bis zu {max, number} Zeichen mit mehreren: Wir suchen heraus, was wie ein Schlüssel aussieht (lk_agy_… oder lk_loc_…), und werfen den Rest weg.",
	where: "Wo Sie es gefunden haben <muted>(freiwillig)</muted>",
	submit: "Melden",
	submitting: "Wird gesendet …",
	problems: {
		nothing:
			"Nichts darin hat die Form eines Schlüssels: lk_agy_ oder lk_loc_ und 38 Buchstaben und Ziffern. Fügen Sie den ganzen Schlüssel ein.",
		too_many: "Senden Sie höchstens {keysMax, number} Schlüssel auf einmal.",
		note: "Beschreiben Sie den Fundort mit höchstens {noteMax, number} Zeichen ohne Steuerzeichen.",
		throttled: "Aus Ihrem Netz kamen zu viele Meldungen. Warten Sie eine Viertelstunde.",
		busy: "Gerade können wir keine Meldungen annehmen. Bitte versuchen Sie es gleich noch einmal.",
	},
	afterwards: {
		title: "Was dann geschieht",
		revoked:
			"Jeder Schlüssel dieser Installation, den Sie senden, wird endgültig widerrufen, und wer ihn verwaltet, erfährt es.",
		sameAnswer:
			"Sie erfahren nicht, ob es ein Schlüssel war. Alle bekommen dieselbe Antwort, damit niemand hier Schlüssel ausprobieren kann.",
		kept: "Wir bewahren den Fundort für die Verwalter des Schlüssels auf. Den Schlüssel bewahren wir nicht auf, und wir fragen nicht, wer Sie sind.",
		programs: "Programme senden <code>{call}</code>. Es gibt eine <rule>Regel für Secret-Scanner</rule>.",
	},
	thanks: {
		title: "Vielen Dank",
		text: "Wenn ein Schlüssel dieser Installation in Ihrer Meldung steht, gilt er in wenigen Augenblicken nicht mehr, und seine Verwalter erfahren es.",
		takeDown:
			"Welcher es war, können wir Ihnen nicht sagen. Entfernen Sie ihn bitte auch vom Fundort, wenn Sie können.",
		another: "Noch einen melden",
	},
} as const;
