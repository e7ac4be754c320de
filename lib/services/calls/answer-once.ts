import { createHash } from "node:crypto";
import { EnvelopeError } from "#lib/core/envelope.ts";
import { AppError, ERRORS } from "#lib/core/errors.ts";
import { type AnswerSecret, openAnswer, sealAnswer } from "#lib/core/sealed-answer.ts";
import type { Context } from "#lib/data/context.ts";
import { beginCall, type CallName, findCall, finishCall, forgetCall } from "#lib/data/idempotent-calls.ts";
import { inTransaction } from "#lib/data/transaction.ts";

const KEPT_MS = 24 * 3_600_000;
/** No call is under way for longer: one that has no answer by then has failed on our side. */
const UNDER_WAY_MS = 60_000;
const HEADER = "Idempotency-Key";

type StoredAnswer = { status: number; body: object | null; headers?: Record<string, string> };

/** What is sent, to be told from another call by its parts, and what its answer is sealed under. */
export type OnceCall = { keyId: string; secret: AnswerSecret; parts: readonly (string | Buffer)[] };

export type Once = { answer: StoredAnswer; isRepeated: boolean };

/**
 * Has a call answered once: sent again within 24 hours it gets the answer of the first time. A refusal makes nothing and
 * is not kept. After a failure of ours nobody knows what was made, and the call is not made again.
 */
export async function answerOnce(
	ctx: Context,
	{ keyId, secret, parts }: OnceCall,
	work: () => Promise<StoredAnswer>,
): Promise<Once> {
	const name = { agencyId: ctx.agencyId, keyId, digest: digestOf([secret.idempotencyKey]) };
	const requestDigest = digestOf(parts);
	const forgottenBefore = new Date(ctx.now.getTime() - KEPT_MS);
	const begun = await inTransaction(ctx, (tx) =>
		beginCall(tx, name, { requestDigest, now: ctx.now, forgottenBefore }),
	);
	if (!begun) return { answer: await repeat(ctx, name, requestDigest, secret), isRepeated: true };

	try {
		const answer = await work();
		const sealed = sealAnswer(JSON.stringify(answer), bindingOf(name, requestDigest), secret);
		await inTransaction(ctx, (tx) => finishCall(tx, name, answer.status, sealed));
		return { answer, isRepeated: false };
	} catch (error) {
		if (isRefusal(error)) await inTransaction(ctx, (tx) => forgetCall(tx, name));
		throw error;
	}
}

const isRefusal = (error: unknown) => error instanceof AppError && ERRORS[error.code].status < 500;

async function repeat(ctx: Context, name: CallName, requestDigest: Buffer, secret: AnswerSecret) {
	const call = await inTransaction(ctx, (tx) => findCall(tx, name));
	if (!call) throw new AppError("conflict", "The first call with this key was just refused. Send it again.");
	if (!requestDigest.equals(call.requestDigest)) {
		const message = `This ${HEADER} was used for another call within the last 24 hours. Use a new one.`;
		throw new AppError("invalid_input", message, { fields: [{ field: HEADER, message }] });
	}
	if (call.status === null || call.sealed === null) throw unanswered(ctx.now, call.createdAt);
	return openStored(call.sealed, bindingOf(name, requestDigest), secret);
}

const unanswered = (now: Date, begunAt: Date) =>
	new AppError(
		"conflict",
		now.getTime() - begunAt.getTime() < UNDER_WAY_MS
			? `The first call with this ${HEADER} is under way. Ask again in a moment.`
			: `The first call with this ${HEADER} failed on our side. Look whether it was done, then use a new one.`,
	);

function openStored(sealed: Uint8Array, binding: ReturnType<typeof bindingOf>, secret: AnswerSecret) {
	try {
		return JSON.parse(openAnswer(sealed, binding, secret)) as StoredAnswer;
	} catch (error) {
		if (!(error instanceof EnvelopeError)) throw error;
		const message =
			"This call was answered to another secret of your key, and its answer opens for that alone.";
		throw new AppError("conflict", message, { cause: error });
	}
}

const bindingOf = ({ agencyId, keyId, digest }: CallName, requestDigest: Buffer) =>
	["answer", agencyId, keyId, digest.toString("hex"), requestDigest.toString("hex")] as const;

/** Each part by itself first, so that no two lists of parts read alike. */
function digestOf(parts: readonly (string | Buffer)[]) {
	const whole = createHash("sha256");
	for (const part of parts) whole.update(createHash("sha256").update(part).digest());
	return whole.digest();
}
