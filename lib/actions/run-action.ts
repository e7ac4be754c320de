import "server-only";
import { z } from "zod";
import { accountOf, findAgency, findLocation, findViewer, type Viewer } from "#lib/auth/require-context.ts";
import { log } from "#lib/config/log.ts";
import { AppError, type FieldError, notFound } from "#lib/core/errors.ts";
import type { FormState } from "#lib/core/form-state.ts";
import { Slug } from "#lib/core/places/slug-field.ts";
import { IN_PLAIN_WORDS } from "#lib/core/plain-issues.ts";
import type { AccountContext, Context } from "#lib/data/context.ts";
import { recordingRefusals } from "./recording-refusals.ts";

/** The place that an action was called at. Bound arguments are client input too, so it is parsed like the rest. */
const PlaceInput = z.strictObject({ agency: Slug, location: Slug.optional() });

type ActionCall<Input> = {
	input: unknown;
	schema: z.ZodType<Input>;
	/** The field that a problem is told beside, by its path in the input. Left out, it is the first of the path. */
	fieldOf?: (path: readonly PropertyKey[]) => string;
};
type Outcome<T> = Promise<{ message: string; data: T }>;

/** Session → rights → shape → work → what the form is told. Refusals are values; only the unforeseen is logged. */
export function runAction<Input, T>(
	call: ActionCall<Input> & { place: unknown },
	work: (ctx: Context, input: Input) => Outcome<T>,
): Promise<FormState<T>> {
	return answer(async () => {
		const { ctx, locationId } = await contextOf(await signedIn(), call.place);
		return recordingRefusals(ctx, locationId, () => work(ctx, parse(call)));
	});
}

/** A person's own account, and where and when they act on it. */
export type AccountCall = AccountContext & { viewer: Viewer };

/** {@link runAction} for what concerns the signed-in person and no agency. */
export function runAccountAction<Input, T>(
	call: ActionCall<Input>,
	work: (account: AccountCall, input: Input) => Outcome<T>,
): Promise<FormState<T>> {
	return answer(async () => {
		const viewer = await signedIn();
		return work({ viewer, ...(await accountOf(viewer)) }, parse(call));
	});
}

async function answer<T>(work: () => Outcome<T>): Promise<FormState<T>> {
	try {
		return { status: "done", ...(await work()) };
	} catch (error) {
		return refused(error);
	}
}

async function signedIn(): Promise<Viewer> {
	const viewer = await findViewer();
	if (!viewer) throw new AppError("unauthenticated", "Your session has ended. Sign in again.");
	return viewer;
}

async function contextOf(viewer: Viewer, place: unknown) {
	const parsed = PlaceInput.safeParse(place);
	if (!parsed.success) throw notFound();
	const { agency, location } = parsed.data;
	const found = location ? await findLocation(viewer, agency, location) : await findAgency(viewer, agency);
	if (!found) throw notFound();
	return { ctx: found.ctx, locationId: "location" in found ? found.location.id : null };
}

const firstOf = ([first = ""]: readonly PropertyKey[]) => String(first);

function parse<Input>({ input, schema, fieldOf = firstOf }: ActionCall<Input>): Input {
	const parsed = schema.safeParse(input, IN_PLAIN_WORDS);
	if (parsed.success) return parsed.data;
	const fields: FieldError[] = parsed.error.issues.map((issue) => ({
		field: fieldOf(issue.path),
		message: issue.message,
	}));
	throw new AppError("invalid_input", fields.map((field) => field.message).join(" "), { fields });
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
