export const leakReport = {
	title: "Report a leaked key",
	text: "Did you find an API key in code, a chat or a log that others can read? Tell us, and it stops working.",
	found: "What you found",
	foundHint:
		"One key, or a passage of up to {max, number} characters with several: we pick out what looks like a key (lk_agy_… or lk_loc_…) and throw the rest away.",
	where: "Where you found it <muted>(optional)</muted>",
	submit: "Report",
	submitting: "Sending…",
	problems: {
		nothing:
			"Nothing in it has the form of a key: lk_agy_ or lk_loc_ and 38 letters and digits. Paste the whole key.",
		too_many: "Send up to {keysMax, number} keys at once.",
		note: "Say where you found it in up to {noteMax, number} plain characters.",
		throttled: "Too many reports came from your network. Wait a quarter of an hour.",
		busy: "We cannot take reports right now. Please try again in a moment.",
	},
	afterwards: {
		title: "What happens then",
		revoked:
			"Every key of this installation that you send is revoked for good, and whoever manages it is told.",
		sameAnswer:
			"You are not told whether it was a key. Everybody gets the same answer, so nobody can try keys here.",
		kept: "We keep where you found it, for the managers of that key. We do not keep the key, nor ask who you are.",
		programs: "Programs send <code>{call}</code>. There is a <rule>rule for secret scanners</rule>.",
	},
	thanks: {
		title: "Thank you",
		text: "If a key of this installation is in what you sent, it stops working within moments, and the people who manage it are told.",
		takeDown: "We cannot tell you which it was. If you can, also take it down from where you found it.",
		another: "Report another",
	},
} as const;
