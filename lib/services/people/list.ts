import type { PersonSummary } from "#lib/core/people/person.ts";
import type { Context } from "#lib/data/context.ts";
import { listPeople as listRows, type PeopleQuery, type PersonRow } from "#lib/data/people.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { permitPeople } from "../permit-people.ts";

export type { PeopleQuery } from "#lib/data/people.ts";

/**
 * One page of the agency's people, or of a location's: its own, and the agency people who reach it. Agency people have an
 * `agencyRole`.
 */
export async function listPeople(
	ctx: Context,
	query: PeopleQuery,
): Promise<{ rows: PersonSummary[]; total: number }> {
	permitPeople(ctx, query.locationId, "read");
	const search = query.search.trim();
	// PostgreSQL refuses to compare a text with a NUL, which no name and no address has.
	if (search.includes("\0")) return { rows: [], total: 0 };
	const emails = query.emails && { emails: query.emails.filter((email) => !email.includes("\0")) };
	return inTransaction(ctx, async (tx) => {
		const { rows, total } = await listRows(tx, ctx.agencyId, { ...query, ...emails, search });
		return { rows: rows.map((row) => summarize(row, ctx)), total };
	});
}

const summarize = (row: PersonRow, { actor }: Context): PersonSummary => ({
	id: row.id,
	name: row.name,
	email: row.email,
	isYou: row.id === actor.id,
	agencyRole: row.agencyMemberships[0]?.role ?? null,
	locationRoles: row.locationMemberships.map(({ role, location }) => ({ ...location, role })),
	lastSeenAt: row.sessions[0]?.lastSeenAt.toISOString() ?? null,
	hasSecondFactor: row.secondFactor?.confirmedAt != null,
});
