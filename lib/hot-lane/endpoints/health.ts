import { type Endpoint, json } from "../endpoint.ts";

/** The process runs and answers. */
export const liveEndpoint: Endpoint = {
	path: "/api/health/live",
	methods: ["GET", "HEAD"],
	takesBody: false,
	handle: async () => json(200, { status: "live" }),
};

/** The process can do its work: pages are loaded and the database answers. */
export const readyEndpoint: Endpoint = {
	path: "/api/health/ready",
	methods: ["GET", "HEAD"],
	takesBody: false,
	async handle(_request, { isReady }) {
		return (await isReady())
			? json(200, { status: "ready" })
			: json(503, { status: "not ready" }, { "Retry-After": "1" });
	},
};
