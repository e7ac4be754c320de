import { type ApiResponse, type Endpoint, json, type Readiness } from "../endpoint.ts";

/** The process runs and answers. */
export const liveEndpoint: Endpoint = {
	path: "/api/health/live",
	methods: ["GET", "HEAD"],
	takesBody: false,
	handle: () => live(),
};

/** The same where clients of API 1.0 and 2.0 ask for it: below their base URL. */
export const healthV1Endpoint: Endpoint = { ...liveEndpoint, path: "/api/v1/health" };
export const healthV2Endpoint: Endpoint = { ...liveEndpoint, path: "/api/v2/health" };

/** The process can do its work and wants more of it. */
export const readyEndpoint: Endpoint = {
	path: "/api/health/ready",
	methods: ["GET", "HEAD"],
	takesBody: false,
	handle: async (_request, { readiness }) => ready(await readiness()),
};

export const live = (): ApiResponse => json(200, { status: "live" });

export const ready = (status: Readiness): ApiResponse =>
	status === "not ready" ? json(503, { status }, { "Retry-After": "1" }) : json(200, { status });
