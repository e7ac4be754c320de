import { z } from "zod";
import { enveloped } from "#lib/contracts/unkey/envelope.ts";
import { UnkeyLimitBody, UnkeyLimitData, UnkeyLivenessData } from "#lib/contracts/unkey/ratelimit.ts";
import { UnkeyVerifyBody, UnkeyVerifyData } from "#lib/contracts/unkey/verify.ts";
import { ReportLeakBody } from "#lib/contracts/v2/report-leak.ts";
import { IntrospectionShape, OwnVerdictShape, VerdictShape } from "#lib/contracts/v2/verdict-shape.ts";
import { VerifyBody } from "#lib/contracts/v2/verify.ts";
import type { RouteFacts } from "../route.ts";

/** What the documents tell of an address, whoever answers there. */
export type Operation = RouteFacts & {
	/** Nobody signs in. */
	isOpen?: boolean;
	params?: z.ZodObject;
	query?: z.ZodObject;
	body?: z.ZodType;
};

const native = { dialect: "native", location: "optional", scopes: [] } as const;
const unkey = { dialect: "unkey", location: "optional", scopes: [] } as const;
const Status = z.object({ status: z.enum(["live", "ready", "degraded", "not ready"]) });

/** The endpoints of the hot lane, in the words of routes. A test holds the two together. */
export const HOT_LANE_OPERATIONS: readonly Operation[] = [
	{
		...native,
		method: "POST",
		path: "/api/v2/keys/verify",
		operationId: "verifyKey",
		tag: "Verification",
		summary: "Ask whether a key is good",
		description: "Answers 200 for every verdict.",
		scopes: ["keys.verify"],
		body: VerifyBody,
		answers: { 200: VerdictShape },
	},
	{
		...native,
		method: "GET",
		path: "/api/v2/keys/me",
		operationId: "readOwnKey",
		tag: "Verification",
		summary: "Look at the key that you send",
		answers: { 200: OwnVerdictShape },
	},
	{
		...native,
		method: "GET",
		path: "/api/v2/forward-auth",
		operationId: "forwardAuth",
		tag: "Verification",
		summary: "Let a proxy ask before it lets a request through",
		description: "Answers every method. What a good key is, its X-Latchkey headers say; there is no body.",
		query: z.object({
			scope: z.string().optional().describe("Scopes that the key must hold, apart by spaces or commas."),
			location: z.uuid().optional().describe("A location that it must act on."),
		}),
		answers: { 200: null },
		answerHeaders: {
			"X-Latchkey-Key-Id": "The key.",
			"X-Latchkey-Agency-Id": "Its agency.",
			"X-Latchkey-Location-Id": "Its own location, or the one that was demanded.",
			"X-Latchkey-Level": "AGENCY or LOCATION.",
			"X-Latchkey-Role": "ADMIN or READONLY.",
			"X-Latchkey-Scopes": "What it holds, with spaces between.",
		},
	},
	{
		...native,
		method: "POST",
		path: "/api/v2/introspect",
		operationId: "introspect",
		tag: "Verification",
		summary: "Introspect a key as RFC 7662 does",
		scopes: ["keys.verify"],
		bodyType: "form",
		body: z.object({ token: z.string().max(512).describe("The key.") }),
		answers: { 200: IntrospectionShape },
	},
	{
		...native,
		method: "POST",
		path: "/api/v2/keys/report-leak",
		operationId: "reportLeak",
		tag: "Leaks",
		summary: "Report keys that were found in public",
		description: "The answer is the same whether or not a text is a key.",
		isOpen: true,
		body: ReportLeakBody,
		answers: { 202: z.object({ received: z.int() }) },
	},
	{
		...native,
		method: "GET",
		path: "/api/health/live",
		operationId: "readLiveness",
		tag: "Health",
		summary: "Whether the process runs",
		isOpen: true,
		answers: { 200: Status },
	},
	{
		...native,
		method: "GET",
		path: "/api/health/ready",
		operationId: "readReadiness",
		tag: "Health",
		summary: "Whether the process wants work",
		isOpen: true,
		answers: { 200: Status, 503: Status },
	},
	...(["v1", "v2"] as const).map((dialect) => ({
		...native,
		dialect,
		method: "GET" as const,
		path: `/api/${dialect}/health`,
		operationId: "readHealth",
		tag: "Health",
		summary: "Whether the process runs",
		isOpen: true,
		answers: { 200: Status },
	})),
	{
		...native,
		dialect: "v1",
		method: "GET",
		path: "/api/v1/me",
		operationId: "readOwnKey",
		tag: "Keys",
		summary: "Look at the key that you send",
		answers: { 200: OwnVerdictShape },
	},
	{
		...unkey,
		method: "POST",
		path: "/api/unkey/v2/keys.verifyKey",
		operationId: "verifyKey",
		tag: "keys",
		summary: "Ask whether a key is good",
		description: "Answers 200 for every verdict.",
		scopes: ["keys.verify"],
		body: UnkeyVerifyBody,
		answers: { 200: enveloped(UnkeyVerifyData) },
	},
	{
		...unkey,
		method: "POST",
		path: "/api/unkey/v2/ratelimit.limit",
		operationId: "limit",
		tag: "ratelimit",
		summary: "Count a use against a window that you name",
		scopes: ["keys.verify"],
		body: UnkeyLimitBody,
		answers: { 200: enveloped(UnkeyLimitData) },
	},
	{
		...unkey,
		method: "GET",
		path: "/api/unkey/v2/liveness",
		operationId: "readLiveness",
		tag: "liveness",
		summary: "Whether anybody answers",
		isOpen: true,
		answers: { 200: enveloped(UnkeyLivenessData) },
	},
];
