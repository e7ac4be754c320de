import { type Endpoint, json } from "../endpoint.ts";

/** `GET /api/unkey/v2/liveness`: whether anybody answers. */
export const unkeyLivenessEndpoint: Endpoint = {
	path: "/api/unkey/v2/liveness",
	methods: ["GET", "HEAD"],
	takesBody: false,
	handle: ({ requestId }) => json(200, { meta: { requestId }, data: { message: "OK" } }),
};
