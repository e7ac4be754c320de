import { after } from "#lib/core/after.ts";
import type { RefusalRule } from "#lib/core/keys/refusals.ts";
import { readSignature, SIGNATURE_HEADER, signedText, TIMESTAMP_HEADER } from "#lib/core/signed-request.ts";
import type { SignatureVerdict } from "#lib/verify/signatures.ts";
import { clientOf, type Demand, type Holder, verifyHolder } from "./bearer.ts";
import { type ApiRequest, type ApiResponse, refusals, type Surroundings } from "./endpoint.ts";

const CHALLENGE = { "WWW-Authenticate": 'Bearer realm="latchkey", error="invalid_request"' };

const REASONS = {
	MISSING:
		"This agency takes signed requests alone. Send X-Latchkey-Timestamp and X-Latchkey-Signature as well.",
	MALFORMED:
		"The signature is malformed. Send X-Latchkey-Timestamp (unix seconds) and X-Latchkey-Signature (v1= and 64 lower-case hex digits), once each.",
	UNTIMELY: "The timestamp is more than five minutes away from our clock. Sign every request anew.",
	UNFIT:
		"The signature does not fit the request. It covers the timestamp, the method, the path with its query as sent, and the body.",
	SEEN: "This signature was used before. Sign every request anew, with a body or a second of its own.",
} as const;

type Reason = keyof typeof REASONS;

/** The rule that decided, in the words of those who ask later why. */
const RULES: Record<Reason, RefusalRule> = {
	MISSING: "signature_missing",
	MALFORMED: "signature_malformed",
	UNTIMELY: "signature_untimely",
	UNFIT: "signature_unfit",
	SEEN: "signature_seen",
};

/**
 * Verifies the key that the caller presents for itself, and then the signature of the request: one that is sent always
 * counts, and where the agency asks for one it must be there. A key that is not good keeps its own answer.
 */
export function verifySigner(
	request: ApiRequest,
	surroundings: Surroundings,
	demand: Demand,
): Holder | Promise<Holder> {
	return after(verifyHolder(request, surroundings, demand), (holder) =>
		"refusal" in holder ? holder : checkSignature(request, surroundings, holder),
	);
}

type Good = Extract<Holder, { verdict: unknown }>;

function checkSignature(request: ApiRequest, { engine, origin }: Surroundings, holder: Good) {
	const { facts, at } = holder.verdict;
	const timestamp = request.header(TIMESTAMP_HEADER);
	const signature = request.header(SIGNATURE_HEADER);
	const refuse = (reason: Reason) => {
		engine.usage.turnDown(facts, refusalFor(request, reason, at));
		return refuseFor(request, origin, reason);
	};
	if (timestamp === null && signature === null) {
		return facts.agency.requiresSignatures ? { refusal: refuse("MISSING") } : holder;
	}
	const presented = readSignature(timestamp ?? "", signature ?? "");
	if (!presented) return { refusal: refuse("MALFORMED") };
	const text = signedText(presented.timestamp, request);
	return engine.signatures
		.check(facts.agency.id, text, presented, at)
		.then((verdict) =>
			verdict === "GOOD" ? holder : { refusal: refuseVerdict(request, origin, verdict, refuse) },
		);
}

/** What people can ask about later. */
const refusalFor = (request: ApiRequest, reason: Reason, at: number) => ({
	requestId: request.requestId,
	verdict: "FORBIDDEN" as const,
	rule: RULES[reason],
	about: "",
	address: request.address,
	client: clientOf(request),
	at,
});

const refuseFor = (request: ApiRequest, origin: string, reason: Reason) =>
	refusals(origin, request.requestId)("signature_refused", REASONS[reason], { headers: CHALLENGE });

function refuseVerdict(
	request: ApiRequest,
	origin: string,
	verdict: Exclude<SignatureVerdict, "GOOD">,
	refuse: (reason: Reason) => ApiResponse,
): ApiResponse {
	const unavailable = (detail: string) => refusals(origin, request.requestId)("unavailable", detail);
	switch (verdict) {
		case "UNAVAILABLE":
			return unavailable("The signature cannot be checked right now. This says nothing about it; try again.");
		case "UNREADABLE":
			return unavailable(
				"The signature cannot be checked: a version of the shared secret cannot be read on this server. Rotate the secret, or tell whoever runs Latchkey.",
			);
		default:
			return refuse(verdict);
	}
}
