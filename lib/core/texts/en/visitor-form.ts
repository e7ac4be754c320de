export const visitorForm = {
	closed: "This form takes no answers at the moment.",
	required: "Required",
	phoneHint: "With the country code, such as +49 30 1234567.",
	choose: "Please choose",
	trap: "Leave this empty",
	problems: "Something needs another look.",
	sending: "Sending…",
	noAnswer: "There was no answer. Check your connection and try again: what you typed is still here.",
	thanks: {
		title: "Thank you",
		text: "We have received your answers.",
		goOn: "Go on to {host}",
	},
	notFound: {
		title: "There is nothing here",
		text: "This form does not exist, or it is not open any more. Ask whoever gave you the address.",
	},
} as const;
