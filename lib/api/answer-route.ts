import { AppError } from "#lib/core/errors.ts";
import { Id } from "#lib/core/ids.ts";
import type { KeyPower } from "#lib/core/keys/ceiling.ts";
import { grantsOfKey } from "#lib/core/keys/grants-of-key.ts";
import type { Context } from "#lib/data/context.ts";
import { rateLimitHeaders } from "#lib/hot-lane/bearer.ts";
import {
	type ApiRequest,
	type ApiResponse,
	empty,
	json,
	type Refuse,
	refusals,
	type Surroundings,
} from "#lib/hot-lane/endpoint.ts";
import { verifySigner } from "#lib/hot-lane/signed-request.ts";
import type { KeyFacts } from "#lib/verify/key-facts.ts";
import type { KnownVerdict } from "#lib/verify/verify-key.ts";
import { DIALECTS, type DialectRules } from "./dialects.ts";
import { answerNamed } from "./idempotency.ts";
import { parsePart, readBody, readQuery } from "./request-input.ts";
import type { Caller, Route } from "./route.ts";

/** What a call takes of the key's credits. */
const COST = 1;

/** Answers a call of a route in the words of its dialect: the key first, then what was sent, then the work. */
export async function answerRoute(
	route: Route,
	params: Record<string, string>,
	request: ApiRequest,
	surroundings: Surroundings,
): Promise<ApiResponse> {
	const rules = DIALECTS[route.dialect];
	const refuse = refusals(surroundings.origin, request.requestId);
	const query = readQuery(request, refuse);
	const body = readBody(request, route.bodyType ?? "json", refuse);
	const inPath = { value: route.location === "needed" ? params : {} };
	const named = namedLocation(request, inPath, query, body);

	const demand = { scopes: route.scopes, locationId: named.id, cost: COST };
	const holder = await verifySigner(request, surroundings, demand);
	if ("refusal" in holder) return inDialect(holder.refusal, holder.refused, rules);
	const { verdict } = holder;
	const call = { route, request, surroundings, verdict, refuse, named, sent: { params, query, body } };
	return inDialect(await serve(call).catch((error) => refuseExpected(error, refuse)), verdict, rules);
}

type Call = {
	route: Route;
	request: ApiRequest;
	surroundings: Surroundings;
	verdict: KnownVerdict;
	refuse: Refuse;
	named: Named;
	sent: Sent;
};

/** What a good key's call is answered with. Refusals come as values or as {@link AppError}s. */
async function serve({ route, request, surroundings, verdict, refuse, named, sent }: Call) {
	const rules = DIALECTS[route.dialect];
	const refusal = rules.refuse(request, refuse);
	if (refusal) return refusal;
	const input = parseInput(route, sent, refuse);
	if ("refusal" in input) return input.refusal;
	if (named.problem) return refusePlace(refuse, named.problem);
	const locationId = verdict.facts.locationId ?? named.id;
	if (route.location === "needed" && locationId === null) return refusePlace(refuse, NO_PLACE);

	const ctx = contextOf(verdict, route.location === "needed" ? locationId : null, request, surroundings);
	const caller: Caller = { ctx, verdict, locationId, request, surroundings };
	const work = () => route.handle(caller, input.value as never);
	const { status, body, headers } = await (route.creates ? answerNamed(caller, work) : work());
	return body === null
		? empty(status, headers)
		: json(status, rules.answer(body, request.requestId), headers);
}

/** What fails besides, whoever calls turns into an answer. */
function refuseExpected(error: unknown, refuse: Refuse) {
	if (!(error instanceof AppError)) throw error;
	return refuse(error.code, error.detail, { errors: [...error.fields] });
}

/** An answer with what is left of the key's limits, and with the members that clients of the dialect read in refusals. */
const inDialect = (response: ApiResponse, verdict: KnownVerdict | undefined, rules: DialectRules) => ({
	...response,
	body: response.status < 400 ? response.body : rules.refusal(response.body),
	headers: {
		...(verdict && { ...rateLimitHeaders(verdict), ...rules.limits(verdict) }),
		...response.headers,
	},
});

type Part = ReturnType<typeof readBody>;

type Named = { id: string | null; problem: string | null };

const NO_PLACE = "Name one of the key's locations: locationId, or the header Location-Id.";
const TWO_PLACES = "Two locations are named. Name one.";
const NO_ID = "This is not the id of a location.";

/**
 * The location that is spoken of, wherever the dialects put it; the header counts where nothing else names one. Whether the
 * key acts on it, the verdict says.
 */
function namedLocation(request: ApiRequest, ...parts: readonly Part[]): Named {
	const names = new Set(parts.map(locationIn).filter((name) => name !== ""));
	if (names.size > 1) return { id: null, problem: TWO_PLACES };
	const [name = request.header("location-id") ?? ""] = names;
	if (name === "") return { id: null, problem: null };
	const { data: id = null } = Id.safeParse(name);
	return { id, problem: id === null ? NO_ID : null };
}

function locationIn(part: Part) {
	if (!("value" in part) || typeof part.value !== "object" || part.value === null) return "";
	const { locationId } = part.value as Record<string, unknown>;
	return typeof locationId === "string" ? locationId.toLowerCase() : "";
}

type Sent = { params: Record<string, string>; query: Part; body: Part };

function parseInput(route: Route, { params, query, body }: Sent, refuse: Refuse): Part {
	const input: Record<string, unknown> = {};
	// Of an id that is none there is nothing here.
	const known = route.params?.safeParse(params);
	if (known && !known.success)
		throw new AppError("not_found", "There is nothing here, or it is not yours to see.");
	input.params = known?.data;
	for (const [name, part] of Object.entries({ query, body })) {
		if (!route[name as "query" | "body"]) continue;
		if ("refusal" in part) return part;
		const parsed = parsePart(route[name as "query" | "body"], part.value, refuse);
		if ("refusal" in parsed) return parsed;
		input[name] = parsed.value;
	}
	return { value: input };
}

const refusePlace = (refuse: Refuse, message: string) =>
	refuse("invalid_input", message, { errors: [{ field: "locationId", message }] });

/** What services are told of a key that calls. Where the call is about one location, it has no rights at others. */
function contextOf(
	verdict: KnownVerdict,
	placeId: string | null,
	request: ApiRequest,
	{ engine }: Surroundings,
): Context {
	const { facts, at } = verdict;
	return {
		database: engine.database,
		agencyId: facts.agency.id,
		actor: {
			kind: "key",
			id: facts.keyId,
			name: facts.title,
			holds: powerOf(verdict),
			sentOlderSecret: facts.olderSecretId !== null,
		},
		grants: grantsOfKey(reachOf(facts, placeId)),
		now: new Date(at),
		address: request.address ?? "",
		steppedUp: false,
	};
}

const reachOf = ({ role, locationId, chosenLocations }: KeyFacts, placeId: string | null) => ({
	role,
	locationId: placeId ?? locationId,
	chosenLocationIds: chosenLocations?.ids ?? null,
});

const powerOf = ({ facts, credits }: KnownVerdict): KeyPower => ({
	level: facts.level,
	locationId: facts.locationId,
	locationIds: facts.chosenLocations?.ids ?? null,
	role: facts.role,
	scopes: facts.scopes.list,
	expiresAt: facts.expiresAt === Number.POSITIVE_INFINITY ? null : new Date(facts.expiresAt),
	allowedAddresses: facts.addresses?.list ?? [],
	rateLimit: facts.rateLimit,
	credits,
});
