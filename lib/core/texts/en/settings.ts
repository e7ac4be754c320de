export const settings = {
	title: "Settings",
	text: "The agency's name, and how to delete it.",
	name: {
		title: "Name",
		label: "Agency name",
		hint: "Its address stays /agencies/{slug}, so links still lead there.",
		save: "Save name",
	},
	delete: {
		title: "Delete the agency",
		text: "Ends every key of the agency and of its locations, for good.",
		open: "Delete agency…",
		button: "Delete agency",
		locations:
			"{count, plural, =0 {The agency has no locations.} one {The agency has # location.} other {The agency has # locations.}}",
		loss: "All keys of the agency and of its locations stop at once. Everybody, you included, loses access to it, and open invitations are withdrawn. This cannot be undone.",
	},
	done: {
		renamed: "The agency is called “{name}” now.",
		deleted: "“{name}” was deleted.",
	},
} as const;
