import { type Endpoint, json } from "../endpoint.ts";

/** The process runs and answers. */
export const liveEndpoint: Endpoint = {
	path: "/api/health/live",
	methods: ["GET", "HEAD"],
	takesBody: false,
	handle: async () => json(200, { status: "live" }),
};

/** The process can do its work: pages are loaded, and the database answers or its changes are heard. */
export const readyEndpoint: Endpoint = {
	path: "/api/health/ready",
	methods: ["GET", "HEAD"],
	takesBody: false,
	async handle(_request, { readiness }) {
		const status = await readiness();
		return status === "not ready" ? json(503, { status }, { "Retry-After": "1" }) : json(200, { status });
	},
};
