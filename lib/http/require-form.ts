import "server-only";
import { notFound } from "next/navigation";
import { cache } from "react";
import { Id } from "#lib/core/ids.ts";
import { database } from "#lib/data/client.ts";
import { findPublicForm } from "#lib/services/forms/find-public.ts";

/** The form that an address names, or the page that says "not found". Read once for each request. */
export const requireForm = cache(async (form: string) => {
	const id = Id.safeParse(form);
	return (id.success && (await findPublicForm(database(), { formId: id.data }))) || notFound();
});
