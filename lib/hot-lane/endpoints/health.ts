import { processWide } from "#lib/config/process-wide.ts";
import { type ApiResponse, type Endpoint, json } from "../endpoint.ts";

/** The process runs and answers. */
export const liveEndpoint: Endpoint = {
	path: "/api/health/live",
	methods: ["GET", "HEAD"],
	takesBody: false,
	handle: async () => live(),
};

/** The process can do its work and wants more of it: pages are loaded, the database answers, nobody has told it to end. */
export const readyEndpoint: Endpoint = {
	path: "/api/health/ready",
	methods: ["GET", "HEAD"],
	takesBody: false,
	handle: async (_request, { isReady }) => ready(!draining().yes && (await isReady())),
};

/** Whether the process is on its way out: it answers what still comes, and asks to be sent no more. The server sets it. */
export const draining = () => processWide("draining", () => ({ yes: false }));

export const live = (): ApiResponse => json(200, { status: "live" });

export const ready = (isReady: boolean): ApiResponse =>
	isReady ? json(200, { status: "ready" }) : json(503, { status: "not ready" }, { "Retry-After": "1" });
