export const scopes = {
	areas: {
		contacts: { name: "Contacts", text: "People and their details" },
		forms: { name: "Forms", text: "Forms and what was sent in" },
		links: { name: "Trigger links", text: "Links that set off workflows" },
		workflows: { name: "Workflows", text: "Automations and their runs" },
		locations: { name: "Locations", text: "Names and settings of locations" },
		users: { name: "People", text: "Members and their roles" },
		keys: { name: "API keys", text: "Create and change other keys" },
		oauth: { name: "Location tokens", text: "Keys of one location, good for a day" },
		verifyKeys: { name: "Verify keys", text: "Ask whether a key is good, as a gateway does" },
		usage: { name: "Usage", text: "How often keys are used" },
		audit: { name: "Audit log", text: "Who changed what" },
	},
	forms: { readonly: "Read", write: "Write", verify: "Verify" },
	presets: { full: "Full access", read: "Read everything", gateway: "Verify keys only" },
	count: "{count, plural, one {# scope} other {# scopes}}",
} as const;
