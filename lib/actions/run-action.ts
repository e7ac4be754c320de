import "server-only";
import { z } from "zod";
import { findAgency, findLocation, findViewer } from "#lib/auth/require-context.ts";
import { log } from "#lib/config/log.ts";
import { AppError, type FieldError, notFound } from "#lib/core/errors.ts";
import { Slug } from "#lib/core/slug.ts";
import type { Context } from "#lib/data/context.ts";
import type { FormState } from "./form-state.ts";

/** The place that an action was called at. Bound arguments are client input too, so it is parsed like the rest. */
const PlaceInput = z.strictObject({ agency: Slug, location: Slug.optional() });

type ActionCall<Input> = { place: unknown; input: unknown; schema: z.ZodType<Input> };

/** Session → rights → shape → work → what the form is told. Refusals are values; only the unforeseen is logged. */
export async function runAction<Input, T>(
	call: ActionCall<Input>,
	work: (ctx: Context, input: Input) => Promise<{ message: string; data: T }>,
): Promise<FormState<T>> {
	try {
		const ctx = await contextOf(call.place);
		const input = call.schema.safeParse(call.input);
		if (!input.success) throw refuseShape(input.error);
		return { status: "done", ...(await work(ctx, input.data)) };
	} catch (error) {
		return refused(error);
	}
}

async function contextOf(place: unknown): Promise<Context> {
	const viewer = await findViewer();
	if (!viewer) throw new AppError("unauthenticated", "Your session has ended. Sign in again.");
	const parsed = PlaceInput.safeParse(place);
	if (!parsed.success) throw notFound();
	const { agency, location } = parsed.data;
	const found = location ? await findLocation(viewer, agency, location) : await findAgency(viewer, agency);
	if (!found) throw notFound();
	return found.ctx;
}

function refuseShape(error: z.ZodError) {
	const fields: FieldError[] = error.issues.map((issue) => ({
		field: String(issue.path[0] ?? ""),
		message: issue.message,
	}));
	return new AppError("invalid_input", fields.map((field) => field.message).join(" "), { fields });
}

function refused(error: unknown): FormState<never> {
	if (error instanceof AppError) {
		return { status: "refused", code: error.code, message: error.detail, fields: [...error.fields] };
	}
	log().error({ err: error }, "action failed");
	return {
		status: "refused",
		code: "internal",
		message: "Something went wrong on our side. Try again.",
		fields: [],
	};
}
