export const notifications = {
	title: "Notifications",
	text: "What you should know about the keys that you answer for.",
	settings: "Settings",
	all: "All",
	unread: "Unread",
	unreadPrefix: "Unread:",
	markAll: "Mark all as read",
	mark: "Mark as read",
	markOne: "Mark as read: {name}",
	today: "Today",
	yesterday: "Yesterday",
	onPage: "{count, number} on this page",
	about: "About",
	everything: "Everything",
	agency: "Agency",
	clear: "Clear filters",
	showAll: "Show all",
	groups: {
		unused: "Unused keys",
		expiry: "Expiry",
		rotation: "Rotation",
		leaks: "Found in public",
		workflows: "Workflows",
		webhooks: "Webhooks",
	},
	told: {
		key: {
			unused: {
				subject: "A key is deleted on {until} unless it is used",
				sentence:
					"Nobody has used <bdi>“{name}”</bdi> since {since}. It will be deleted on {until} unless it is used.",
			},
			deleted_unused: {
				subject: "An unused key was deleted",
				sentence:
					"<bdi>“{name}”</bdi> was deleted because nobody had used it since {since}. It can be restored until {until}.",
			},
			expiring: {
				subject: "A key expires on {until}",
				sentence:
					"<bdi>“{name}”</bdi> expires on {moment}. It is refused from then on, until it is given a later date.",
			},
			rotation_due: {
				subject: "A key is due for rotation",
				sentence:
					"The secret of <bdi>“{name}”</bdi> has been in use since {since}. It should be rotated every {count, plural, one {# day} other {# days}}.",
			},
			leaked: {
				subject: "A key was found in public and revoked",
				sentence:
					"Somebody reported the text of <bdi>“{name}”</bdi> as found in public. It was revoked as compromised. Whatever uses it needs a new key.",
			},
		},
		webhook: {
			parked: {
				subject: "A webhook does not answer",
				sentence:
					"{count, plural, one {# event} other {# events}} could not be delivered to <bdi>“{name}”</bdi> for three days. Nothing more is tried until somebody sends them again.",
			},
		},
		workflow: {
			message: {
				subject: "A workflow has something to say",
				sentence: "<bdi>“{name}”</bdi> says of <bdi>“{contact}”</bdi>: <bdi>“{message}”</bdi>",
			},
		},
	},
	done: {
		one: "Marked as read.",
		many: "{count, plural, one {One notification was marked as read.} other {# were marked as read.}}",
	},
	noMatch: "Nothing here",
	noMatchText: "No notification matches what you chose.",
	allRead: "You have read everything",
	allReadText: "Whatever is new is counted at the bell, on every page.",
	none: "No notifications yet",
	noneText:
		"You hear here of every key that you may change: before it expires or is deleted unused, when it should be rotated, and when somebody finds it in public.",
} as const;
