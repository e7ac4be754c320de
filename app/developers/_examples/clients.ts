import type { CallExample } from "#components/samples/example.ts";

export const CRM_CLIENT: CallExample = {
	kind: "call",
	title: "List contacts with @gohighlevel/api-client",
	as: "location",
	method: "GET",
	path: ({ locationId }) => `/api/v2/contacts/?locationId=${locationId}`,
	status: 200,
	answer: {
		contacts: [{ id: "0199c2b4-8f0e-7c3a-9d51-2f6f0c9b7a10", email: "grace@example.com" }],
		count: 1,
	},
	programs: {
		javascript: ({ origin, locationId }) => `import { HighLevel } from "@gohighlevel/api-client";

const client = new HighLevel({
  privateIntegrationToken: process.env.LATCHKEY_API_KEY,
  apiVersion: "2021-07-28",
  logLevel: "none",
});
client.getHttpClient().defaults.baseURL = "${origin}/api/v2";

const answer = await client.contacts.getContacts({ locationId: "${locationId}" });
console.log(JSON.stringify(answer));`,
	},
};

const UNKEY_CLIENT = (origin: string) => `import { Unkey } from "@unkey/api";

const unkey = new Unkey({
  rootKey: process.env.LATCHKEY_API_KEY,
  serverURL: "${origin}/api/unkey",
});
`;

export const UNKEY_CREATE: CallExample = {
	kind: "call",
	title: "Create a key with @unkey/api",
	as: "agency",
	method: "POST",
	path: () => "/api/unkey/v2/keys.createKey",
	status: 200,
	answer: {
		meta: { requestId: "0199c2b4-8f0e-7c3a-9d51-2f6f0c9b7a13" },
		data: { keyId: "0199c2b4-8f0e-7c3a-9d51-2f6f0c9b7a10", key: "lk_loc_…" },
	},
	programs: {
		javascript: ({ origin, locationId }) => `${UNKEY_CLIENT(origin)}
const answer = await unkey.keys.createKey({
  apiId: "${locationId}",
  name: "Partner",
  permissions: ["contacts.readonly"],
  credits: { remaining: 1000 },
});
console.log(JSON.stringify(answer));`,
	},
};

export const UNKEY_VERIFY: CallExample = {
	kind: "call",
	title: "Verify a key with @unkey/api",
	as: "gateway",
	method: "POST",
	path: () => "/api/unkey/v2/keys.verifyKey",
	status: 200,
	answer: {
		meta: { requestId: "0199c2b4-8f0e-7c3a-9d51-2f6f0c9b7a13" },
		data: {
			valid: true,
			code: "VALID",
			keyId: "0199c2b4-8f0e-7c3a-9d51-2f6f0c9b7a10",
			enabled: true,
			permissions: ["contacts.write"],
			roles: ["ADMIN"],
		},
	},
	programs: {
		javascript: ({ origin, presentedKey }) => `${UNKEY_CLIENT(origin)}
const answer = await unkey.keys.verifyKey({
  key: "${presentedKey}",
  permissions: "contacts.readonly",
});
console.log(JSON.stringify(answer));`,
	},
};
