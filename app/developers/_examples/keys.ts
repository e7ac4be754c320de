import { call } from "#components/samples/call.ts";
import type { CallExample } from "#components/samples/example.ts";

export const WHO_AM_I_1 = call({
	title: "Ask what your key is, in API 1.0",
	as: "location",
	method: "GET",
	path: "/api/v1/me",
	answer: { valid: true, code: "VALID", level: "LOCATION" },
});

export const VERIFY = call({
	title: "Ask whether a key is good",
	as: "gateway",
	method: "POST",
	path: "/api/v2/keys/verify",
	body: ({ presentedKey }) => ({ key: presentedKey, scopes: ["contacts.readonly"] }),
	answer: {
		valid: true,
		code: "VALID",
		detail: "The key is good.",
		keyId: "0199c2b4-8f0e-7c3a-9d51-2f6f0c9b7a10",
		level: "LOCATION",
		scopes: ["contacts.write"],
	},
});

export const INTROSPECT = call({
	title: "Ask in the words of RFC 7662",
	as: "gateway",
	method: "POST",
	path: "/api/v2/introspect",
	form: ({ presentedKey }) => ({ token: presentedKey }),
	answer: { active: true, scope: "contacts.write", client_id: "0199c2b4-8f0e-7c3a-9d51-2f6f0c9b7a10" },
});

/** Its answer is made of headers, which curl alone shows by itself. */
export const FORWARD_AUTH: CallExample = {
	kind: "call",
	title: "Ask as a gateway does",
	as: "location",
	method: "GET",
	path: ({ locationId }) => `/api/v2/forward-auth?scope=contacts.readonly&location=${locationId}`,
	status: 200,
	answer: [
		"HTTP/1.1 200 OK",
		"X-Latchkey-Key-Id: …",
		"X-Latchkey-Agency-Id: …",
		"X-Latchkey-Location-Id: …",
		"X-Latchkey-Level: LOCATION",
		"X-Latchkey-Role: ADMIN",
		"X-Latchkey-Scopes: …",
	].join("\n"),
	programs: {
		curl: ({ origin, locationId }) =>
			`curl -i "${origin}/api/v2/forward-auth?scope=contacts.readonly&location=${locationId}" \\
  -H "Authorization: Bearer $LATCHKEY_API_KEY"`,
	},
};

export const LIST_KEYS = call({
	title: "List keys that nobody has used",
	as: "agency",
	method: "GET",
	path: "/api/v2/keys?unused=true&limit=20",
	answer: {
		data: [{ id: "0199c2b4-8f0e-7c3a-9d51-2f6f0c9b7a10", status: "Active", lastUsedAt: null }],
		nextCursor: null,
	},
});

export const CREATE_KEY = call({
	title: "Make a key for one location",
	as: "agency",
	method: "POST",
	path: "/api/v2/keys",
	headers: { "Idempotency-Key": "order-1042" },
	body: ({ locationId }) => ({
		level: "LOCATION",
		locationId,
		title: "Newsletter import",
		role: "ADMIN",
		scopes: ["contacts.write"],
	}),
	status: 201,
	answer: {
		id: "0199c2b4-8f0e-7c3a-9d51-2f6f0c9b7a10",
		title: "Newsletter import",
		status: "Active",
		masked: "lk_loc_…",
		key: "lk_loc_…",
	},
	gives: { keyId: "id" },
});

export const ROTATE_KEY = call({
	title: "Give a key a new secret; the older one stays good for a day",
	as: "agency",
	method: "POST",
	path: ({ keyId }) => `/api/v2/keys/${keyId}/rotate`,
	body: () => ({ overlapSeconds: 86_400 }),
	answer: {
		title: "Newsletter import",
		key: "lk_loc_…",
		olderSecretEndsAt: "2026-11-22T16:00:00.000Z",
		propagated: true,
	},
});
