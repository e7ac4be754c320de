import { AppError, type FieldError } from "#lib/core/errors.ts";
import { type KeyFields, keyFieldProblems } from "#lib/core/keys/fields.ts";
import type { KeyLevel } from "#lib/core/keys/key.ts";
import type { Tx } from "#lib/data/client.ts";
import type { Context } from "#lib/data/context.ts";
import { countLocations } from "#lib/data/locations.ts";
import { refuseDuplicate } from "../refuse-duplicate.ts";

const refuse = (fields: FieldError[]) =>
	new AppError("invalid_input", fields.map((field) => field.message).join(" "), { fields });

type SharedFields = Omit<KeyFields, "level" | "locationId">;

/** Refuses fields that do not go together, name a location that is not there, or ask for a power that needs step-up. */
export async function checkKeyFields(
	tx: Tx,
	ctx: Context,
	level: KeyLevel,
	fields: SharedFields,
	heldBefore: readonly string[],
) {
	const problems = keyFieldProblems(level, fields, ctx.now);
	if (problems.length > 0) throw refuse(problems);

	const chosen = chosenLocations(level, fields);
	if ((await countLocations(tx, ctx.agencyId, chosen)) !== chosen.length) {
		throw refuse([{ field: "locationIds", message: "One of these locations does not exist any more." }]);
	}
	const grantsKeyWriting = fields.role === "ADMIN" && fields.scopes.includes("keys.write");
	if (grantsKeyWriting && !heldBefore.includes("keys.write") && !ctx.steppedUp) {
		throw new AppError("step_up_required", "A key that can manage other keys needs your password.", {
			fields: [{ field: "password", message: "Enter your password to grant keys.write." }],
		});
	}
}

/** The chosen list of an agency key, each once; empty when it acts on all or has a location of its own. */
export const chosenLocations = (level: KeyLevel, fields: { allLocations: boolean; locationIds: string[] }) =>
	level === "AGENCY" && !fields.allLocations ? [...new Set(fields.locationIds)] : [];

/** Runs a write and says in words that the title is taken. */
export const refuseTakenTitle = <T>(write: Promise<T>) =>
	refuseDuplicate(write, {
		field: "title",
		message: "Another key here already has this title.",
		indexes: "api_keys_title",
	});
