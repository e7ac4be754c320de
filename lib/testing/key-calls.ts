import type { Asked } from "./api.ts";

type Keyed = { id: string };

/** Calls of the key management API. */
export const get = (path: string): Asked => ({ method: "GET", path: `/api/v2${path}` });

export const newKey = (fields: object = {}) => ({
	method: "POST",
	path: "/api/v2/keys",
	body: { level: "AGENCY", title: "Website", scopes: ["contacts.readonly"], ...fields },
});

export const patch = ({ id }: Keyed, body: object): Asked => ({
	method: "PATCH",
	path: `/api/v2/keys/${id}`,
	body,
});

export const remove = ({ id }: Keyed): Asked => ({ method: "DELETE", path: `/api/v2/keys/${id}` });

export const step = ({ id }: Keyed, name: string, body?: object): Asked => ({
	method: "POST",
	path: `/api/v2/keys/${id}/${name}`,
	...(body && { body }),
});
