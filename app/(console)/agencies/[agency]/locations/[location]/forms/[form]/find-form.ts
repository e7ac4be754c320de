import "server-only";
import { notFound } from "next/navigation";
import { requireLocation } from "#lib/auth/require-context.ts";
import { Id } from "#lib/core/ids.ts";
import { orNotFound } from "#lib/http/or-not-found.ts";
import { getForm } from "#lib/services/forms/get.ts";

/** The form that an address names at its location, with who asks; or the page that says "not found". */
export async function requireFormAt(slugs: { agency: string; location: string; form: string }) {
	const viewing = await requireLocation(slugs.agency, slugs.location);
	const id = Id.safeParse(slugs.form);
	if (!id.success) notFound();
	const form = await orNotFound(getForm(viewing.ctx, { formId: id.data }));
	if (form.locationId !== viewing.location.id) notFound();
	return { ...viewing, form, place: { agency: viewing.agency.slug, location: viewing.location.slug } };
}
