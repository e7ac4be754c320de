"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { textsOf } from "#components/texts/texts-of.ts";
import { runAction } from "#lib/actions/run-action.ts";
import { endFirstSteps } from "#lib/services/overview/end-first-steps.ts";

const EndForm = z.strictObject({});

export async function endFirstStepsAction(place: { agency: string }, input: unknown) {
	return runAction({ place, input, schema: EndForm }, async (ctx) => {
		await endFirstSteps(ctx);
		revalidatePath("/agencies/[agency]", "page");
		return { message: (await textsOf("overview"))("steps.ended"), data: null };
	});
}
