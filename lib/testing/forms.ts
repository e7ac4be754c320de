import { expect, vi } from "vitest";
import type { FormField, FormFields } from "#lib/core/crm/form-fields.ts";
import { newId } from "#lib/core/ids.ts";
import { insertForm } from "#lib/data/forms.ts";
import { transactAs } from "#lib/data/transaction.ts";
import { insertLink } from "#lib/data/trigger-links.ts";
import { NOW, type TestLocation } from "./factories.ts";
import type { World } from "./world.ts";

/** A question that asks for a line of text, unless the fields say otherwise. */
export const question = (fields: Partial<FormField> & { name: string }): FormField => ({
	label: fields.name,
	type: "text",
	required: false,
	options: [],
	savesTo: null,
	...fields,
});

export const formFields = (fields: Partial<FormFields> = {}): FormFields => ({
	name: "Contact us",
	fields: [
		question({ name: "first_name", savesTo: "firstName" }),
		question({ name: "email", type: "email", required: true, savesTo: "email" }),
		question({ name: "message", type: "paragraph" }),
	],
	submitLabel: "Send",
	thanks: "Thanks a lot.",
	redirectTo: null,
	enabled: true,
	...fields,
});

/** A form of the location. */
export const makeForm = (
	world: World,
	{ agencyId, id: locationId }: TestLocation,
	fields: Partial<FormFields> = {},
) =>
	transactAs(world.database, { agencyId }, (tx) =>
		insertForm(tx, agencyId, { id: newId(), locationId, ...formFields(fields) }, NOW),
	);

/** A trigger link of the location; its slug is its id without dashes. */
export const makeLink = (
	world: World,
	{ agencyId, id: locationId }: TestLocation,
	fields: { name?: string; redirectTo?: string } = {},
) => {
	const id = newId();
	const link = {
		id,
		locationId,
		slug: id.replaceAll("-", ""),
		name: "Offer",
		redirectTo: "https://example.com/offer",
		...fields,
	};
	return transactAs(world.database, { agencyId }, (tx) => insertLink(tx, agencyId, link, NOW));
};

/** What was sent by a form, the oldest first. */
export const storedSubmissions = async ({ owner }: World, formId: string) =>
	(await owner.query("select * from form_submissions where form_id = $1 order by created_at, id", [formId]))
		.rows;

/** Who followed a link, the oldest first. */
export const storedClicks = async ({ owner }: World, linkId: string) =>
	(await owner.query("select * from link_clicks where link_id = $1 order by clicked_at, id", [linkId])).rows;

/** Begins a call while a row is being deleted, and lets go of the row when the call waits for it. */
export async function whileDeleting<T>(
	{ owner }: World,
	table: "contacts" | "forms" | "trigger_links",
	id: string,
	call: () => Promise<T>,
) {
	const holder = await owner.connect();
	try {
		await holder.query("begin");
		await holder.query(`delete from ${table} where id = $1`, [id]);
		const attempt = Promise.allSettled([call()]);
		await vi.waitFor(
			async () => {
				const { rows } = await holder.query(
					`select count(*)::int as waiting from pg_locks l join pg_stat_activity a using (pid)
						where not l.granted and a.datname = current_database()`,
				);
				expect(rows).toEqual([{ waiting: 1 }]);
			},
			{ timeout: 10_000, interval: 20 },
		);
		await holder.query("commit");
		return (await attempt)[0];
	} finally {
		holder.release();
	}
}
