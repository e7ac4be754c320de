import { call } from "#components/samples/call.ts";

export const V1_CREATE_CONTACT = call({
	title: "Make a contact",
	as: "location",
	method: "POST",
	path: "/api/v1/contacts/",
	body: () => ({ email: "ada@example.com", firstName: "Ada", lastName: "Lovelace", tags: ["newsletter"] }),
	answer: {
		contact: {
			id: "0199c2b4-8f0e-7c3a-9d51-2f6f0c9b7a10",
			name: "Ada Lovelace",
			email: "ada@example.com",
			tags: ["newsletter"],
			dateAdded: "2026-11-21T16:00:00.000Z",
		},
	},
	gives: { contactId: "contact.id" },
});

export const V1_LIST_CONTACTS = call({
	title: "List contacts, twenty at a time",
	as: "location",
	method: "GET",
	path: "/api/v1/contacts/?limit=20",
	answer: {
		contacts: [{ id: "0199c2b4-8f0e-7c3a-9d51-2f6f0c9b7a10", email: "ada@example.com" }],
		meta: { total: 1, nextPageUrl: null },
	},
});

export const V1_LOOKUP = call({
	title: "Find a contact by e-mail address",
	as: "location",
	method: "GET",
	path: "/api/v1/contacts/lookup?email=ada@example.com",
	answer: { contacts: [{ id: "0199c2b4-8f0e-7c3a-9d51-2f6f0c9b7a10", email: "ada@example.com" }] },
});

export const V1_TAG = call({
	title: "Add a tag",
	as: "location",
	method: "POST",
	path: ({ contactId }) => `/api/v1/contacts/${contactId}/tags/`,
	body: () => ({ tags: ["customer"] }),
	answer: { tags: ["newsletter", "customer"] },
});

export const V1_WORKFLOWS = call({
	title: "List workflows",
	as: "location",
	method: "GET",
	path: "/api/v1/workflows/",
	answer: {
		workflow: [{ id: "0199c2b4-8f0e-7c3a-9d51-2f6f0c9b7a14", name: "Welcome", status: "published" }],
	},
});

export const V1_PUT_IN = call({
	title: "Put a contact into a workflow",
	as: "location",
	method: "POST",
	path: ({ contactId, workflowId }) => `/api/v1/contacts/${contactId}/workflow/${workflowId}`,
	body: () => ({}),
	answer: {},
});

export const V1_CREATE_LINK = call({
	title: "Make a trigger link",
	as: "location",
	method: "POST",
	path: "/api/v1/links/",
	body: () => ({ name: "Spring offer", redirectTo: "https://www.example.com/spring" }),
	answer: {
		id: "0199c2b4-8f0e-7c3a-9d51-2f6f0c9b7a15",
		name: "Spring offer",
		redirectTo: "https://www.example.com/spring",
		url: "https://…",
	},
});

export const V1_SUBMISSIONS = call({
	title: "List what was sent through forms, in API 1.0",
	as: "location",
	method: "GET",
	path: "/api/v1/forms/submissions?limit=20",
	answer: {
		submissions: [
			{
				id: "0199c2b4-8f0e-7c3a-9d51-2f6f0c9b7a16",
				contactId: "0199c2b4-8f0e-7c3a-9d51-2f6f0c9b7a17",
				name: "Mary",
				message: "Please call me.",
			},
		],
		meta: { total: 1, nextPage: null },
	},
});

export const V1_LOCATIONS = call({
	title: "List locations, with an agency key",
	as: "agency",
	method: "GET",
	path: "/api/v1/locations/",
	answer: { locations: [{ id: "0199c2b4-8f0e-7c3a-9d51-2f6f0c9b7a12", name: "Harbour Dental" }] },
});

export const V1_CONTACTS_OF = call({
	title: "List a location's contacts with an agency key",
	as: "agency",
	method: "GET",
	path: ({ locationId }) => `/api/v1/contacts/?locationId=${locationId}`,
	answer: {
		contacts: [{ id: "0199c2b4-8f0e-7c3a-9d51-2f6f0c9b7a10", email: "ada@example.com" }],
		meta: { total: 1, nextPageUrl: null },
	},
});
