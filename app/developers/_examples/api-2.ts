import { call } from "#components/samples/call.ts";

const headers = { Version: "2021-07-28" };

export const V2_CREATE_CONTACT = call({
	title: "Make a contact",
	as: "location",
	method: "POST",
	path: "/api/v2/contacts/",
	headers,
	body: ({ locationId }) => ({
		locationId,
		email: "grace@example.com",
		firstName: "Grace",
		lastName: "Hopper",
		tags: ["newsletter"],
	}),
	status: 201,
	answer: {
		contact: {
			id: "0199c2b4-8f0e-7c3a-9d51-2f6f0c9b7a10",
			name: "Grace Hopper",
			email: "grace@example.com",
			tags: ["newsletter"],
			dateAdded: "2026-11-21T16:00:00.000Z",
		},
	},
	gives: { contactId: "contact.id" },
});

export const V2_UPSERT_CONTACT = call({
	title: "Make a contact, or change the one with this e-mail address",
	as: "location",
	method: "POST",
	path: "/api/v2/contacts/upsert",
	headers,
	body: ({ locationId }) => ({ locationId, email: "grace@example.com", phone: "+1 202 555 0143" }),
	answer: { new: false, contact: { id: "0199c2b4-8f0e-7c3a-9d51-2f6f0c9b7a10", phone: "+12025550143" } },
	gives: { contactId: "contact.id" },
});

export const V2_LIST_CONTACTS = call({
	title: "List contacts, twenty at a time",
	as: "location",
	method: "GET",
	path: ({ locationId }) => `/api/v2/contacts/?locationId=${locationId}&limit=20`,
	headers,
	answer: {
		contacts: [{ id: "0199c2b4-8f0e-7c3a-9d51-2f6f0c9b7a10", email: "grace@example.com" }],
		count: 1,
		meta: { nextPageUrl: null },
	},
});

export const V2_GET_CONTACT = call({
	title: "Read one contact",
	as: "location",
	method: "GET",
	path: ({ contactId }) => `/api/v2/contacts/${contactId}`,
	headers,
	answer: { contact: { id: "0199c2b4-8f0e-7c3a-9d51-2f6f0c9b7a10", email: "grace@example.com" } },
});

export const V2_EDIT_CONTACT = call({
	title: "Change a contact",
	as: "location",
	method: "PUT",
	path: ({ contactId }) => `/api/v2/contacts/${contactId}`,
	headers,
	body: () => ({ lastName: "Murray Hopper" }),
	answer: { succeded: true, contact: { name: "Grace Murray Hopper", email: "grace@example.com" } },
});

export const V2_TAG = call({
	title: "Add a tag",
	as: "location",
	method: "POST",
	path: ({ contactId }) => `/api/v2/contacts/${contactId}/tags`,
	headers,
	body: () => ({ tags: ["customer"] }),
	status: 201,
	answer: { tags: ["newsletter", "customer"] },
});

export const V2_WORKFLOWS = call({
	title: "List workflows",
	as: "location",
	method: "GET",
	path: ({ locationId }) => `/api/v2/workflows/?locationId=${locationId}`,
	headers,
	answer: {
		workflows: [{ id: "0199c2b4-8f0e-7c3a-9d51-2f6f0c9b7a14", name: "Welcome", status: "published" }],
	},
	gives: { workflowId: "workflows.0.id" },
});

export const V2_PUT_IN = call({
	title: "Put a contact into a workflow",
	as: "location",
	method: "POST",
	path: ({ contactId, workflowId }) => `/api/v2/contacts/${contactId}/workflow/${workflowId}`,
	headers,
	body: () => ({}),
	answer: { succeded: true },
});

export const V2_TAKE_OUT = call({
	title: "Take a contact out of a workflow",
	as: "location",
	method: "DELETE",
	path: ({ contactId, workflowId }) => `/api/v2/contacts/${contactId}/workflow/${workflowId}`,
	headers,
	answer: { succeded: true },
});

export const V2_CREATE_LINK = call({
	title: "Make a trigger link",
	as: "location",
	method: "POST",
	path: "/api/v2/links/",
	headers,
	body: ({ locationId }) => ({
		locationId,
		name: "Summer offer",
		redirectTo: "https://www.example.com/summer",
	}),
	status: 201,
	answer: {
		link: {
			id: "0199c2b4-8f0e-7c3a-9d51-2f6f0c9b7a15",
			name: "Summer offer",
			redirectTo: "https://www.example.com/summer",
			url: "https://…",
		},
	},
	gives: { linkId: "link.id" },
});

export const V2_LIST_LINKS = call({
	title: "List trigger links",
	as: "location",
	method: "GET",
	path: ({ locationId }) => `/api/v2/links/?locationId=${locationId}`,
	headers,
	answer: {
		links: [{ id: "0199c2b4-8f0e-7c3a-9d51-2f6f0c9b7a15", name: "Summer offer", url: "https://…" }],
	},
});

export const V2_EDIT_LINK = call({
	title: "Send a link's visitors elsewhere",
	as: "location",
	method: "PUT",
	path: ({ linkId }) => `/api/v2/links/${linkId}`,
	headers,
	body: ({ locationId }) => ({
		locationId,
		name: "Summer offer",
		redirectTo: "https://www.example.com/late-summer",
	}),
	status: 201,
	answer: { link: { name: "Summer offer", redirectTo: "https://www.example.com/late-summer" } },
});

export const V2_FORMS = call({
	title: "List forms",
	as: "location",
	method: "GET",
	path: ({ locationId }) => `/api/v2/forms/?locationId=${locationId}`,
	headers,
	answer: { forms: [{ id: "0199c2b4-8f0e-7c3a-9d51-2f6f0c9b7a18", name: "Contact us" }], total: 1 },
});

export const V2_SUBMISSIONS = call({
	title: "List what was sent through forms",
	as: "location",
	method: "GET",
	path: ({ locationId }) => `/api/v2/forms/submissions?locationId=${locationId}&limit=20`,
	headers,
	answer: {
		submissions: [
			{
				id: "0199c2b4-8f0e-7c3a-9d51-2f6f0c9b7a16",
				contactId: "0199c2b4-8f0e-7c3a-9d51-2f6f0c9b7a17",
				name: "Mary",
				others: { message: "Please call me." },
			},
		],
		meta: { total: 1, nextPage: null },
	},
});

export const V2_LOCATIONS = call({
	title: "List locations, with an agency key",
	as: "agency",
	method: "GET",
	path: ({ agencyId }) => `/api/v2/locations/search?companyId=${agencyId}`,
	headers,
	answer: { locations: [{ id: "0199c2b4-8f0e-7c3a-9d51-2f6f0c9b7a12", name: "Harbour Dental" }] },
});

export const V2_LOCATION_TOKEN = call({
	title: "Get a key of one location, with an agency key",
	as: "agency",
	method: "POST",
	path: "/api/v2/oauth/locationToken",
	headers,
	form: ({ agencyId, locationId }) => ({ companyId: agencyId, locationId }),
	answer: { token_type: "Bearer", userType: "Location" },
});

export const V2_TAGS = call({
	title: "List the tags of a location",
	as: "location",
	method: "GET",
	path: ({ locationId }) => `/api/v2/locations/${locationId}/tags`,
	headers,
	answer: { tags: [{ id: "2c1f9b7e-54d0-4f2a-8c3b-6d7e90a1b2c3", name: "newsletter" }] },
});

export const V2_CREATE_VALUE = call({
	title: "Keep a custom value",
	as: "location",
	method: "POST",
	path: ({ locationId }) => `/api/v2/locations/${locationId}/customValues`,
	headers,
	body: () => ({ name: "Opening hours", value: "Monday to Friday, 9 to 5" }),
	status: 201,
	answer: { customValue: { name: "Opening hours" } },
});

export const V2_DELETE_CONTACT = call({
	title: "Delete a contact",
	as: "location",
	method: "DELETE",
	path: ({ contactId }) => `/api/v2/contacts/${contactId}`,
	headers,
	answer: { succeded: true },
});
