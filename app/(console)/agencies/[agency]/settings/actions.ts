"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { textsOf } from "#components/texts/texts-of.ts";
import { runAction } from "#lib/actions/run-action.ts";
import { presentPropagation } from "#lib/core/keys/propagation.ts";
import { AgencyName, TypedName } from "#lib/core/places/names.ts";
import { deleteAgency } from "#lib/services/agencies/delete.ts";
import { renameAgency } from "#lib/services/agencies/rename.ts";

type AgencyPlace = { agency: string };

const RenameForm = z.strictObject({ name: AgencyName });
const DeleteForm = z.strictObject({ typedName: TypedName });

export async function renameAgencyAction(place: AgencyPlace, input: unknown) {
	return runAction({ place, input, schema: RenameForm }, async (ctx, form) => {
		const agency = await renameAgency(ctx, form);
		revalidatePath("/agencies/[agency]", "layout");
		return { message: (await textsOf("settings"))("done.renamed", { name: agency.name }), data: agency };
	});
}

/** Does not refresh the page that asked: it is one of those that are gone. */
export async function deleteAgencyAction(place: AgencyPlace, input: unknown) {
	return runAction({ place, input, schema: DeleteForm }, async (ctx, form) => {
		const agency = await deleteAgency(ctx, form);
		const message = (await textsOf("settings"))("done.deleted", { name: agency.name });
		return { message, data: presentPropagation(agency.propagation) };
	});
}
