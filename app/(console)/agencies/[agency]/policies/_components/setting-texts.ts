/** What each rule is called and does, for those who set it and for those who read it. */
export const SETTINGS = {
	life: {
		title: "Longest life",
		text: "How many days after its creation, or after an edit of its end date, a key ends at the latest.",
	},
	addresses: {
		title: "Allowed addresses",
		text: "A key that names addresses or ranges is refused when it is sent from anywhere else.",
	},
	scopes: {
		title: "Access scope of location keys",
		text: "What location keys may hold. Agency keys are not bound by it.",
	},
	agencyKeys: { title: "Agency keys", text: "How many the agency may have at its own level." },
	locationKeys: { title: "Location keys", text: "How many each location may have." },
	leavers: {
		title: "Keys of people who are removed",
		text: "What happens to the keys that somebody created, when that person is removed.",
	},
	inactivity: {
		title: "Keys that nobody uses",
		text: "After how many days without use a key is moved to the trash. Whoever may change it is told 15, 7 and 1 days before; a use, or “Keep alive”, starts the count anew. A key can have its own number of days, or be exempt.",
	},
} as const;
