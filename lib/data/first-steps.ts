import type { Tx } from "./client.ts";

export type FirstStepsRow = {
	hasKey: boolean;
	hasVerified: boolean;
	hasInvited: boolean;
	hasLocation: boolean;
	agencyCreatedAt: Date;
	hasEnded: boolean;
};

/** Which first steps an agency has behind it, whoever went them, and whether the person has done with them. */
export async function readFirstStepsRow(tx: Tx, agencyId: string, personId: string) {
	const [row] = await tx.$queryRaw<FirstStepsRow[]>`
		select
			exists (select from api_keys k where k.agency_id = a.id) as "hasKey",
			exists (select from place_usage_days u where u.agency_id = a.id and u.place_id = a.id
				and u.verdict = 'VALID') as "hasVerified",
			exists (select from invitations i where i.agency_id = a.id)
				or exists (select from agency_members m where m.agency_id = a.id and m.user_id <> ${personId}::uuid)
				or exists (select from location_members m where m.agency_id = a.id and m.user_id <> ${personId}::uuid)
				as "hasInvited",
			exists (select from locations l where l.agency_id = a.id and l.deleted_at is null) as "hasLocation",
			a.created_at as "agencyCreatedAt",
			exists (select from first_steps_ends e where e.agency_id = a.id and e.user_id = ${personId}::uuid) as "hasEnded"
		from agencies a where a.id = ${agencyId}::uuid`;
	return row ?? null;
}

/** Notes that a person has done with an agency's first steps, once. */
export const insertFirstStepsEnd = (tx: Tx, agencyId: string, userId: string, now: Date) =>
	tx.firstStepsEnd.createMany({ data: [{ agencyId, userId, endedAt: now }], skipDuplicates: true });
