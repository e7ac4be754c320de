import { AppError } from "#lib/core/errors.ts";
import { bearerOf } from "#lib/hot-lane/bearer.ts";
import { answerOnce } from "#lib/services/calls/answer-once.ts";
import type { Answer, Caller } from "./route.ts";

/** What a caller may call a call: visible ASCII, up to 255 characters. */
const NAME = /^[\x21-\x7e]{1,255}$/;
const HEADER = "Idempotency-Key";

/** Answers a call that makes something: once, when its sender gave it a name. */
export async function answerNamed(caller: Caller, work: () => Promise<Answer>): Promise<Answer> {
	const { ctx, request, verdict } = caller;
	const idempotencyKey = request.header("idempotency-key");
	if (idempotencyKey === null) return work();
	if (!NAME.test(idempotencyKey)) {
		const message = `${HEADER} has 1 to 255 visible ASCII characters, without spaces.`;
		throw new AppError("invalid_input", message, { fields: [{ field: HEADER, message }] });
	}
	const credential = bearerOf(request);
	if (credential === null) throw new Error("a verified call has a credential");
	const parts = [
		request.method,
		request.path,
		request.search,
		request.header("location-id") ?? "",
		request.body ?? "",
	];
	const call = { keyId: verdict.facts.keyId, secret: { credential, idempotencyKey }, parts };
	const { answer, isRepeated } = await answerOnce(ctx, call, work);
	return isRepeated ? { ...answer, headers: { ...answer.headers, "Idempotency-Replayed": "true" } } : answer;
}
