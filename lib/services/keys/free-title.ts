import { randomInt } from "node:crypto";
import { AppError } from "#lib/core/errors.ts";
import { TITLE_MAX } from "#lib/core/keys/fields.ts";
import { foldName } from "#lib/core/text.ts";
import type { Tx } from "#lib/data/client.ts";
import type { Context } from "#lib/data/context.ts";
import { readTakenTitles } from "#lib/data/keys.ts";
import { inTransaction } from "#lib/data/transaction.ts";

const ATTEMPTS_MAX = 12;
/** Room for a space, brackets and a number. */
const NUMBER_LENGTH = 12;
/** The number of a title that had one: what is called "Website (2)" already becomes "Website (3)". */
const NUMBERED = / \(\d{1,8}\)$/;

/** The keys that a title must differ from. */
export type TitlePlace = { locationId: string | null; exceptId: string | null };

/**
 * The wanted title where no other key has it, and otherwise with a number behind it. After `misses` of earlier numbers,
 * which others took at the same moment, it reaches further.
 */
export async function freeTitle(tx: Tx, agencyId: string, place: TitlePlace, wanted: string, misses = 0) {
	const base = [...wanted.replace(NUMBERED, "")]
		.slice(0, TITLE_MAX - NUMBER_LENGTH)
		.join("")
		.trimEnd();
	const folded = { title: foldName(wanted), base: foldName(base) };
	const { isTaken, highest } = await readTakenTitles(tx, agencyId, place, folded);
	return isTaken ? `${base} (${highest + 1 + randomInt(2 ** misses)})` : wanted;
}

const isTitleTaken = (error: unknown) =>
	error instanceof AppError &&
	error.code === "conflict" &&
	error.fields.some(({ field }) => field === "title");

/** Writes under a title that is free: programs may call two keys alike, people tell keys apart by their titles. */
export async function withFreeTitle<T>(
	ctx: Context,
	place: TitlePlace,
	wanted: string,
	write: (title: string) => Promise<T>,
): Promise<T> {
	for (let misses = 0; ; misses++) {
		const title = await inTransaction(ctx, (tx) => freeTitle(tx, ctx.agencyId, place, wanted, misses));
		try {
			return await write(title);
		} catch (error) {
			if (misses === ATTEMPTS_MAX || !isTitleTaken(error)) throw error;
		}
	}
}
