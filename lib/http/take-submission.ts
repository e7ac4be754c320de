import { z } from "zod";
import { admitSubmission } from "#lib/auth/throttle.ts";
import { env } from "#lib/config/env.ts";
import { log } from "#lib/config/log.ts";
import { PROBLEM_TYPE, presentProblem, problemOf } from "#lib/contracts/problem.ts";
import { SentAnswers } from "#lib/core/crm/form-answers.ts";
import { DEFAULT_THANKS, formPath, TRAP } from "#lib/core/crm/form-fields.ts";
import { AppError, ERRORS, notFound } from "#lib/core/errors.ts";
import { Id } from "#lib/core/ids.ts";
import { database } from "#lib/data/client.ts";
import { submitForm } from "#lib/services/forms/submit.ts";
import { seeOther } from "./local-redirect.ts";

/** A form carries no credential and tells nothing of anybody: pages of any site may send it and read the answer. */
export const ANY_SITE = { "Access-Control-Allow-Origin": "*", "Cache-Control": "no-store" };

/** Takes what was posted to a form, as a browser's form or as JSON, and answers in kind. */
export async function takeSubmission(request: Request, form: string): Promise<Response> {
	const isJson = request.headers.get("content-type")?.toLowerCase().startsWith("application/json") ?? false;
	const formId = Id.safeParse(form);
	try {
		if (!formId.success) throw notFound();
		const done = await take(request, formId.data, isJson);
		if (!isJson) return seeOther(`${formPath(formId.data)}/thanks`, ANY_SITE);
		const body = { status: "received", message: done.thanks, redirectTo: done.redirectTo };
		return Response.json(body, { status: 201, headers: ANY_SITE });
	} catch (error) {
		const refusal = error instanceof AppError ? error : unforeseen(error);
		return isJson || !formId.success
			? problem(request, refusal)
			: seeOther(`${formPath(formId.data)}?problem=${stateOf(refusal)}`, ANY_SITE);
	}
}

async function take(request: Request, formId: string, isJson: boolean) {
	const sent = await readAnswers(request, isJson);
	if (!(await admitSubmission(request.headers.get("x-latchkey-address") ?? ""))) {
		throw new AppError("rate_limited", "Too much was sent from your network. Wait a quarter of an hour.");
	}
	const { [TRAP]: trap, ...answers } = sent;
	// Whoever fell into the trap is told nothing of it.
	if (trap !== undefined && trap !== "") return { thanks: DEFAULT_THANKS, redirectTo: null };
	const page = {
		url: pageOf(request),
		client: (request.headers.get("user-agent") ?? "").slice(0, CLIENT_MAX),
	};
	return submitForm(database(), { formId, sent: answers, page }, new Date());
}

async function readAnswers(request: Request, isJson: boolean): Promise<SentAnswers> {
	const text = await request.text();
	if (!isJson) return Object.fromEntries(new URLSearchParams(text));
	const sent = z
		.string()
		.transform((json, context) => {
			try {
				return JSON.parse(json) as unknown;
			} catch {
				context.addIssue({ code: "custom" });
				return z.NEVER;
			}
		})
		.pipe(SentAnswers)
		.safeParse(text);
	if (sent.success) return sent.data;
	throw new AppError("malformed_request", "Send one JSON object with the answers by the questions' names.");
}

const CLIENT_MAX = 300;
const URL_MAX = 500;

/** Where it was sent from, without what may be secret in an address. */
function pageOf({ headers }: Request) {
	const referrer = headers.get("referer") ?? "";
	if (!URL.canParse(referrer)) return null;
	const { origin, pathname } = new URL(referrer);
	return origin === "null" ? null : (origin + pathname).slice(0, URL_MAX);
}

function unforeseen(error: unknown) {
	log().error({ err: error }, "a form could not be taken");
	return new AppError("internal", "This is our fault. Try again.");
}

/** In the address of a page there is no room for words, nor for answers: which question, or why none. */
function stateOf({ code, fields }: AppError) {
	if (fields[0]?.field) return fields[0].field;
	if (code === "conflict") return "_closed";
	return code === "rate_limited" ? "_throttled" : "_busy";
}

function problem(request: Request, { code, detail, fields }: AppError) {
	const id = request.headers.get("x-request-id") ?? "";
	const body = presentProblem(env().APP_ORIGIN, problemOf(code, detail, id, fields));
	return Response.json(body, {
		status: ERRORS[code].status,
		headers: { ...ANY_SITE, "Content-Type": PROBLEM_TYPE },
	});
}
