"use server";

import { z } from "zod";
import { runAccountAction } from "#lib/actions/run-action.ts";
import { stepUp } from "#lib/auth/step-up.ts";
import { TypedPassword } from "#lib/core/people/email.ts";
import { TypedCode } from "#lib/core/people/second-factor.ts";

const ProofForm = z.union([z.strictObject({ password: TypedPassword }), z.strictObject({ code: TypedCode })]);

/** Proves that it is the person, for the few minutes in which grave things may be done. */
export async function stepUpAction(input: unknown) {
	return runAccountAction({ input, schema: ProofForm }, async ({ viewer, address }, proof) => {
		await stepUp(viewer, proof, address);
		return { message: "", data: undefined };
	});
}
