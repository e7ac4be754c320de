"use server";

import { revalidatePath } from "next/cache";
import { textsOf } from "#components/texts/texts-of.ts";
import { runAction } from "#lib/actions/run-action.ts";
import { PolicyEdit, PolicyFields } from "#lib/core/policy-fields.ts";
import { editPolicy } from "#lib/services/policies/edit.ts";
import { previewPolicy } from "#lib/services/policies/read.ts";

export type PolicyPlace = { agency: string };

export async function editPolicyAction(place: PolicyPlace, input: unknown) {
	return runAction({ place, input, schema: PolicyEdit }, async (ctx, edit) => {
		const stored = await editPolicy(ctx, edit);
		revalidatePath("/agencies/[agency]", "layout");
		return { message: (await textsOf("policies"))("done.saved"), data: stored };
	});
}

export async function previewPolicyAction(place: PolicyPlace, input: unknown) {
	return runAction({ place, input, schema: PolicyFields }, async (ctx, policy) => ({
		message: "",
		data: await previewPolicy(ctx, policy),
	}));
}
