import { notFound } from "#lib/core/errors.ts";
import type { PersonSummary } from "#lib/core/people/person.ts";
import type { Context } from "#lib/data/context.ts";
import { listPeople } from "./list.ts";

type Asked = { personId: string; locationId: string | null };

/** Somebody with a role in the agency, or one who reaches the location when it is named. */
export async function readPerson(ctx: Context, { personId, locationId }: Asked): Promise<PersonSummary> {
	const page = { locationId, search: "", page: 1, pageSize: 1, ids: [personId] };
	const [person] = (await listPeople(ctx, page)).rows;
	if (!person) throw notFound();
	return person;
}
