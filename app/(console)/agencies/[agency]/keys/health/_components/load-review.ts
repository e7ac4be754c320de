import { notFound } from "next/navigation";
import type { Context } from "#lib/auth/require-context.ts";
import { AppError } from "#lib/core/errors.ts";
import { Id } from "#lib/core/ids.ts";
import { describeReview, type ReviewDetail, type ReviewSums } from "#lib/services/key-reviews/describe.ts";

/** The review that an address names, or the page that says "not found". */
export async function loadReview(
	ctx: Context,
	locationId: string | null,
	text: string,
): Promise<ReviewDetail | ReviewSums> {
	const id = Id.safeParse(text);
	if (!id.success) notFound();
	try {
		return await describeReview(ctx, { locationId, reviewId: id.data });
	} catch (error) {
		if (error instanceof AppError && error.code === "not_found") notFound();
		throw error;
	}
}
