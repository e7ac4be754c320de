import type { IncomingMessage, ServerResponse } from "node:http";
import { admitSubmission } from "#lib/auth/throttle.ts";
import { log } from "#lib/config/log.ts";
import { type Body, readBody } from "#lib/core/bounded-body.ts";
import { SentAnswers } from "#lib/core/crm/form-answers.ts";
import { formIdIn, formPath } from "#lib/core/crm/form-path.ts";
import { packSentBack, SENT_BACK_HEADER } from "#lib/core/crm/sent-back.ts";
import { AppError, ERRORS, type FieldError } from "#lib/core/errors.ts";
import type { Database } from "#lib/data/client.ts";
import {
	type ApiResponse,
	BODY_BYTES_MAX,
	empty,
	json,
	refusals,
	type Surroundings,
} from "#lib/hot-lane/endpoint.ts";
import { parseJsonBody } from "#lib/hot-lane/json-body.ts";
import type { Arrival } from "#lib/hot-lane/node-entrance.ts";
import { writeTogether } from "#lib/hot-lane/write-together.ts";
import { submitForm } from "#lib/services/forms/submit.ts";
import type { Refusal } from "./check-request.ts";
import { clientOf } from "./client-of.ts";
import { ANY_SITE, isVisitorsPost } from "./visitors-post.ts";

const URL_MAX = 500;

const PREFLIGHT = {
	"Access-Control-Allow-Methods": "POST",
	"Access-Control-Allow-Headers": "Content-Type",
	"Access-Control-Max-Age": "600",
};

/**
 * Takes what visitors send by a form before Next is asked. False when it is nothing of the kind, and when what a browser's
 * form sent is refused: then the request has become one for the form's page, which shows again what was typed.
 */
export async function takeHere(
	request: IncomingMessage,
	response: ServerResponse,
	arrival: Arrival,
	{ engine, origin }: Surroundings,
): Promise<boolean> {
	const { method = "", headers } = request;
	const formId = formIdIn(arrival.path);
	if (formId === null || !isVisitorsPost(method, arrival.path)) return false;
	if (method === "OPTIONS") return answer(response, empty(204, PREFLIGHT));
	const body = await new Promise<Body>((resolve) => readBody(request, BODY_BYTES_MAX, resolve));
	if (typeof body === "string") return Boolean(response.destroy());

	const refuse = refusals(origin, arrival.requestId);
	const isJson = /json/i.test(headers["content-type"] ?? "");
	const header = (name: string) => headers[name]?.toString() ?? null;
	const sent = isJson ? parseJsonBody({ header, body }, SentAnswers, refuse) : { value: readForm(body) };
	if ("refusal" in sent) return answer(response, sent.refusal);
	const outcome = await submit(formId, sent.value, request, arrival, engine.database);
	if ("done" in outcome) {
		const { thanks: message, redirectTo } = outcome.done;
		const thanks = { Location: `${formPath(formId)}/thanks` };
		return answer(
			response,
			isJson ? json(201, { status: "received", message, redirectTo }) : empty(303, thanks),
		);
	}
	const { code, detail, ...facts } = outcome.refused;
	if (isJson) return answer(response, refuse(code, detail, facts));
	showAgain(request, response, formId, outcome.refused, sent.value);
	return false;
}

const readForm = (body: Buffer | null): SentAnswers =>
	Object.fromEntries(new URLSearchParams(body?.toString("utf8")));

function answer(response: ServerResponse, reply: ApiResponse) {
	writeTogether(response, { ...reply, headers: { ...reply.headers, ...ANY_SITE } }, false);
	return true;
}

type Refused = Refusal & { errors?: FieldError[] };

async function submit(
	formId: string,
	sent: SentAnswers,
	request: IncomingMessage,
	{ address, requestId }: Arrival,
	database: Database,
): Promise<{ done: Awaited<ReturnType<typeof submitForm>> } | { refused: Refused }> {
	const waitSeconds = await admitSubmission(address ?? "");
	if (waitSeconds !== null) {
		const detail = "Too much was sent from your network. Wait a quarter of an hour and try again.";
		return {
			refused: { code: "rate_limited", detail, headers: { "Retry-After": String(waitSeconds) } },
		};
	}
	try {
		const page = { url: pageOf(request.headers.referer ?? ""), client: clientOf(request) };
		return { done: await submitForm(database, { formId, sent, page }, new Date()) };
	} catch (error) {
		if (error instanceof AppError) {
			return { refused: { code: error.code, detail: error.detail, errors: [...error.fields] } };
		}
		log().error({ err: error, requestId }, "a form could not be taken");
		return { refused: { code: "internal", detail: "This is our fault. Try again in a moment." } };
	}
}

/** Where it was sent from, without what may be secret in an address. */
function pageOf(referrer: string) {
	if (!URL.canParse(referrer)) return null;
	const { origin, pathname } = new URL(referrer);
	return origin === "null" ? null : (origin + pathname).slice(0, URL_MAX);
}

/** Makes the request one for the form's page, whose answer says what became of what was sent. */
function showAgain(
	request: IncomingMessage,
	response: ServerResponse,
	formId: string,
	{ code, detail, errors = [], headers = {} }: Refused,
	answers: SentAnswers,
) {
	request.method = "GET";
	request.url = formPath(formId);
	for (const name of ["content-type", "content-length", "next-action", "rsc"]) delete request.headers[name];
	request.headers[SENT_BACK_HEADER] = packSentBack({ detail, errors, answers });
	for (const [name, value] of Object.entries({ ...ANY_SITE, ...headers })) response.setHeader(name, value);
	// Next says 200 of every page that it finds.
	const writeHead = response.writeHead.bind(response) as (
		status: number,
		...rest: unknown[]
	) => ServerResponse;
	response.writeHead = (status: number, ...rest: unknown[]) =>
		writeHead(status === 200 ? ERRORS[code].status : status, ...rest);
}
