export const overview = {
	title: "Overview",
	ofAgency: "The keys of <name></name> and of its locations.",
	ofLocation: "The keys of <name></name>.",
	loading: "Loading the overview",
	headline: {
		label: "Whether anything needs you",
		none: "Nothing needs you",
		noneText: "No key is about to end, is refused more than usual, or is still used with an old secret.",
		urgent:
			"{isCut, select, true {At least } other {}}{count, plural, one {# key needs} other {# keys need}} attention",
		calm: "{isCut, select, true {More keys besides are worth a look when you have time.} other {{count, plural, one {# more key is worth a look when you have time.} other {# more keys are worth a look when you have time.}}}}",
		calmOnly:
			"{isCut, select, true {At least } other {}}{count, plural, one {# key is worth a look when you have time.} other {# keys are worth a look when you have time.}}",
	},
	attention: {
		title: "Needs attention",
		none: "No key needs attention.",
		why: {
			expiring: "It stops working on its end date.",
			idle: "Nobody uses it, and the inactivity rule has announced its end.",
			refused: "At least 20 refusals in 24 hours, over three times the usual.",
			oldSecret: "It was rotated, and somebody still sends the old secret.",
			neverUsed: "It can be used, and nobody does.",
			wide: "More than most programs need.",
		},
		agency:
			"{isCut, select, true {{count, number} or more agency keys} other {{count, plural, one {# agency key} other {# agency keys}}}}",
		location:
			"{isCut, select, true {{count, number} or more location keys} other {{count, plural, one {# location key} other {# location keys}}}}",
		own: "{isCut, select, true {{count, number} or more keys} other {{count, plural, one {# key} other {# keys}}}}",
	},
	states: {
		title: "Keys by status",
		agency: "Agency keys",
		location: "Location keys",
		own: "Keys",
		none: "None yet.",
		trash: "Keys in the trash are not counted.",
	},
	usage: {
		title: "Verifications",
		text: "How often keys were checked, and what came of it. The last seconds may be missing.",
		period: "Time that is shown",
		oftenRefused: "Refused more than usual:",
		"24h": "24 hours",
		"30d": "30 days",
		"12m": "12 months",
	},
	events: {
		title: "Latest events",
		none: "Nothing has been recorded yet.",
		by: "by <name></name>",
		times: "({count, plural, one {# time} other {# times}})",
		all: "All events in the audit log",
	},
	notices: {
		title: "Unread notifications",
		all: "All unread notifications",
	},
	steps: {
		title: "First steps",
		progress: "{done, number} of {all, number} done",
		done: "Done:",
		open: "To do:",
		location: { title: "Add a location", text: "Keys can act on all locations, or on those you choose." },
		key: { title: "Create a key", text: "One for each program, so that each can be switched off by itself." },
		verify: { title: "Verify it", text: "Send it once, and the overview begins to count." },
		invite: { title: "Invite someone", text: "So that somebody can act when you are away." },
		how: "How to verify a key",
		end: "Put the first steps away",
		ended: "The first steps are put away.",
	},
} as const;
