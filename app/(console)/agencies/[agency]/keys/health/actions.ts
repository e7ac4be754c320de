"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { runAction } from "#lib/actions/run-action.ts";
import { Id } from "#lib/core/ids.ts";
import { FixPreviewForm } from "#lib/core/keys/fix.ts";
import { ReviewNote } from "#lib/core/keys/review.ts";
import { beginReview } from "#lib/services/key-reviews/begin.ts";
import { dropReview } from "#lib/services/key-reviews/drop.ts";
import { finishReview } from "#lib/services/key-reviews/finish.ts";
import { previewFix } from "#lib/services/keys/preview-fix.ts";
import type { KeyPlace } from "../actions.ts";

const BeginForm = z.strictObject({ locationId: Id.nullable() });
const DropForm = BeginForm.extend({ reviewId: Id });
const FinishForm = DropForm.extend({ note: ReviewNote });

const refreshHealth = () => revalidatePath("/agencies/[agency]", "layout");

export async function previewFixAction(place: KeyPlace, input: unknown) {
	return runAction({ place, input, schema: FixPreviewForm }, async (ctx, form) => ({
		message: "",
		data: await previewFix(ctx, form),
	}));
}

export async function beginReviewAction(place: KeyPlace, input: unknown) {
	return runAction({ place, input, schema: BeginForm }, async (ctx, form) => {
		const { id } = await beginReview(ctx, form);
		refreshHealth();
		return { message: "", data: { id } };
	});
}

export async function dropReviewAction(place: KeyPlace, input: unknown) {
	return runAction({ place, input, schema: DropForm }, async (ctx, form) => {
		await dropReview(ctx, form);
		refreshHealth();
		return { message: "", data: null };
	});
}

export async function finishReviewAction(place: KeyPlace, input: unknown) {
	return runAction({ place, input, schema: FinishForm }, async (ctx, form) => {
		const review = await finishReview(ctx, form);
		refreshHealth();
		return { message: "", data: review };
	});
}
