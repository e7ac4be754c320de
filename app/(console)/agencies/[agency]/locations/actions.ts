"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { textsOf } from "#components/texts/texts-of.ts";
import { runAction } from "#lib/actions/run-action.ts";
import { Id } from "#lib/core/ids.ts";
import { presentPropagation } from "#lib/core/keys/propagation.ts";
import { LocationName, TypedName } from "#lib/core/places/names.ts";
import type { en } from "#lib/core/texts/en/all.ts";
import { createLocation } from "#lib/services/locations/create.ts";
import { deleteLocation } from "#lib/services/locations/delete.ts";
import { describeDependents } from "#lib/services/locations/describe-dependents.ts";
import { renameLocation } from "#lib/services/locations/rename.ts";
import { resumeLocation } from "#lib/services/locations/resume.ts";
import { suspendLocation } from "#lib/services/locations/suspend.ts";
import type { Propagated } from "#lib/services/propagate.ts";

export type AgencyPlace = { agency: string };

const CreateForm = z.strictObject({ name: LocationName });
const RenameForm = z.strictObject({ locationId: Id, name: LocationName });
const LocationForm = z.strictObject({ locationId: Id });
const DeleteForm = z.strictObject({ locationId: Id, typedName: TypedName });

const refreshPlaces = () => revalidatePath("/agencies/[agency]", "layout");

type Deed = keyof typeof en.locations.done;

async function told(deed: Deed, name: string) {
	const t = await textsOf("locations");
	return t(`done.${deed}`, { name });
}

async function changed(deed: Deed, { name, propagation }: Propagated<{ name: string }>) {
	refreshPlaces();
	return { message: await told(deed, name), data: presentPropagation(propagation) };
}

export async function createLocationAction(place: AgencyPlace, input: unknown) {
	return runAction({ place, input, schema: CreateForm }, async (ctx, form) => {
		const { id, slug, name } = await createLocation(ctx, form);
		refreshPlaces();
		return { message: await told("created", name), data: { id, slug, name } };
	});
}

export async function renameLocationAction(place: AgencyPlace, input: unknown) {
	return runAction({ place, input, schema: RenameForm }, async (ctx, form) => {
		const location = await renameLocation(ctx, form);
		refreshPlaces();
		return { message: await told("renamed", location.name), data: location };
	});
}

export async function suspendLocationAction(place: AgencyPlace, input: unknown) {
	return runAction({ place, input, schema: LocationForm }, async (ctx, form) => {
		const location = await suspendLocation(ctx, form);
		return changed("suspended", location);
	});
}

export async function resumeLocationAction(place: AgencyPlace, input: unknown) {
	return runAction({ place, input, schema: LocationForm }, async (ctx, form) => {
		const location = await resumeLocation(ctx, form);
		return changed("resumed", location);
	});
}

export async function deleteLocationAction(place: AgencyPlace, input: unknown) {
	return runAction({ place, input, schema: DeleteForm }, async (ctx, form) => {
		const location = await deleteLocation(ctx, form);
		return changed("deleted", location);
	});
}

export async function describeDependentsAction(place: AgencyPlace, input: unknown) {
	return runAction({ place, input, schema: LocationForm }, async (ctx, form) => ({
		message: "",
		data: await describeDependents(ctx, form),
	}));
}
