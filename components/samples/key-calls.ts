import { call } from "./call.ts";

export const WHO_AM_I = call({
	title: "Ask what your key is",
	as: "location",
	method: "GET",
	path: "/api/v2/keys/me",
	answer: {
		valid: true,
		code: "VALID",
		keyId: "0199c2b4-8f0e-7c3a-9d51-2f6f0c9b7a10",
		level: "LOCATION",
		agencyId: "0199c2b4-8f0e-7c3a-9d51-2f6f0c9b7a11",
		locationIds: ["0199c2b4-8f0e-7c3a-9d51-2f6f0c9b7a12"],
		title: "Website contact form",
		role: "ADMIN",
		scopes: ["contacts.write"],
		expiresAt: null,
		rateLimit: null,
		credits: null,
		requestId: "0199c2b4-8f0e-7c3a-9d51-2f6f0c9b7a13",
	},
});

export const VERIFY_PLACE = call({
	title: "Ask whether a key acts on one location, from the sender's address",
	as: "gateway",
	method: "POST",
	path: "/api/v2/keys/verify",
	body: ({ presentedKey, locationId }) => ({
		key: presentedKey,
		locationId,
		clientIp: "203.0.113.9",
		cost: 0,
	}),
	answer: { valid: true, code: "VALID", locationIds: ["0199c2b4-8f0e-7c3a-9d51-2f6f0c9b7a12"] },
});
