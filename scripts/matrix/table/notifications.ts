import { newId } from "#lib/core/ids.ts";
import { makeAgency, makeMember, makePerson } from "#lib/testing/factories.ts";
import { tellKeepers } from "#lib/testing/notifications.ts";
import type { AccountAction, ActionRow } from "../rows.ts";
import type { Caller, Stage } from "../stage.ts";

const FILE = "app/(console)/notifications/actions.ts";

/** Tells a person of something, in an agency for this alone: at home not everybody is told anything. */
async function tell({ world }: Stage, person: { id: string }) {
	const agency = await makeAgency(world);
	await makeMember(world, agency, person, "ADMIN");
	await tellKeepers(world, agency, { title: newId() });
	const { rows } = await world.owner.query<{ id: string }>(
		"select id from notifications where agency_id = $1 and user_id = $2",
		[agency.id, person.id],
	);
	return rows[0]?.id;
}

const personOf = async ({ world }: Stage, { person, grants }: Caller) =>
	(grants && person) ?? makePerson(world);

/** The agencies of {@link tell} are nobody's any more. */
const leave = ({ world, home, abroad, gone }: Stage) =>
	world.owner.query(
		"delete from agency_members where agency_id <> all($1) and user_id in (select user_id from notifications)",
		[[home, abroad, gone].map(({ agency }) => agency.id)],
	);

const row = (verb: string, rest: Pick<AccountAction, "input" | "variant" | "refusedAs">): ActionRow => ({
	kind: "account",
	name: `${FILE}#${verb}`,
	changes: rest.refusedAs === undefined,
	undo: leave,
	...rest,
});

export const NOTIFICATION_ACTIONS: ActionRow[] = [
	row("markReadAction", {
		input: async (stage, caller) => ({ notificationId: await tell(stage, await personOf(stage, caller)) }),
	}),
	row("markReadAction", {
		variant: "another's",
		refusedAs: "not_found",
		input: async (stage) => ({ notificationId: await tell(stage, await makePerson(stage.world)) }),
	}),
	row("markAllReadAction", {
		async input(stage, caller) {
			return { upTo: await tell(stage, await personOf(stage, caller)) };
		},
	}),
];
