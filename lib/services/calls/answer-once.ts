import { createHash } from "node:crypto";
import { log } from "#lib/config/log.ts";
import { AppError, ERRORS } from "#lib/core/errors.ts";
import { type AnswerSecret, digestCall, openAnswer, sealAnswer } from "#lib/core/sealed-answer.ts";
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
	const name = { agencyId: ctx.agencyId, keyId, digest: digestOf(secret.idempotencyKey) };
	const requestDigest = digestCall(parts, secret);
	const forgottenBefore = new Date(ctx.now.getTime() - KEPT_MS);
	const begun = await inTransaction(ctx, (tx) =>
		beginCall(tx, name, { requestDigest, now: ctx.now, forgottenBefore }),
	);
	if (!begun) return { answer: await repeat(ctx, name, requestDigest, secret), isRepeated: true };

	const answer = await work().catch(async (error) => {
		if (isRefusal(error)) await inTransaction(ctx, (tx) => forgetCall(tx, name));
		throw error;
	});
	await keepAnswer(
		ctx,
		name,
		answer,
		sealAnswer(JSON.stringify(answer), bindingOf(name, requestDigest), secret),
	);
	return { answer, isRepeated: false };
}

/** What was done is answered, also where its answer cannot be kept: it may hold the only copy of a secret. */
async function keepAnswer(
	ctx: Context,
	name: CallName,
	{ status }: StoredAnswer,
	sealed: Buffer<ArrayBuffer>,
) {
	try {
		await inTransaction(ctx, (tx) => finishCall(tx, name, status, sealed));
	} catch (error) {
		log().error({ err: error, agencyId: name.agencyId, keyId: name.keyId }, "an answer could not be kept");
	}
}

const isRefusal = (error: unknown) => error instanceof AppError && ERRORS[error.code].status < 500;

async function repeat(ctx: Context, name: CallName, requestDigest: Buffer, secret: AnswerSecret) {
	const call = await inTransaction(ctx, (tx) => findCall(tx, name));
	if (!call) throw new AppError("conflict", "The first call with this key was just refused. Send it again.");
	if (!requestDigest.equals(call.requestDigest)) {
		const message = `This ${HEADER} was used within the last 24 hours for another call, or with another secret of your key. Use a new one.`;
		throw new AppError("invalid_input", message, { fields: [{ field: HEADER, message }] });
	}
	if (call.status === null || call.sealed === null) throw unanswered(ctx.now, call.createdAt);
	return JSON.parse(openAnswer(call.sealed, bindingOf(name, requestDigest), secret)) as StoredAnswer;
}

const unanswered = (now: Date, begunAt: Date) =>
	new AppError(
		"conflict",
		now.getTime() - begunAt.getTime() < UNDER_WAY_MS
			? `The first call with this ${HEADER} is under way. Ask again in a moment.`
			: `The first call with this ${HEADER} failed on our side. Look whether it was done, then use a new one.`,
	);

const bindingOf = ({ agencyId, keyId, digest }: CallName, requestDigest: Buffer) =>
	["answer", agencyId, keyId, digest.toString("hex"), requestDigest.toString("hex")] as const;

const digestOf = (text: string) => createHash("sha256").update(text).digest();
