import { newId } from "#lib/core/ids.ts";
import type { Rule } from "../expected.ts";
import type { ActionRow } from "../rows.ts";
import type { Stage } from "../stage.ts";
import type { Target } from "../targets.ts";

const FILE = "app/(console)/agencies/[agency]/locations/actions.ts";

const onLocation = (need: Rule["need"]): Rule => ({ about: "place", know: "location.view", need });

/** Sets the columns of the target's location, which the cast needs as it was. */
const put =
	(columns: string) =>
	({ world }: Stage, { location }: Target) =>
		world.owner.query(`update locations set ${columns} where id = $1`, [location?.id]);

const LIVING = put("suspended_at = null");

const naming = ({ location }: Target) => ({ locationId: location?.id });

export const LOCATION_ACTIONS: ActionRow[] = [
	{
		kind: "tenant",
		name: `${FILE}#createLocationAction`,
		at: {
			AGENCY: { about: "view", know: "agency.view", need: "location.write" },
			LOCATION: { about: "view", know: "location.view", need: "location.write" },
		},
		changes: true,
		input: async () => ({ name: `New ${newId()}` }),
	},
	{
		kind: "tenant",
		name: `${FILE}#renameLocationAction`,
		at: { LOCATION: onLocation("location.write") },
		changes: true,
		input: async (_stage, target) => ({ ...naming(target), name: `Renamed ${newId()}` }),
		undo: ({ world }, { location }) =>
			world.owner.query("update locations set name = $2 where id = $1", [location?.id, location?.name]),
	},
	{
		kind: "tenant",
		name: `${FILE}#suspendLocationAction`,
		at: { LOCATION: onLocation("location.write") },
		changes: true,
		input: async (_stage, target) => naming(target),
		undo: LIVING,
	},
	{
		kind: "tenant",
		name: `${FILE}#resumeLocationAction`,
		at: { LOCATION: onLocation("location.write") },
		changes: true,
		async input(stage, target) {
			if (target.state === "living" && target.isAtHome) await put("suspended_at = now()")(stage, target);
			return naming(target);
		},
		undo: LIVING,
	},
	{
		kind: "tenant",
		name: `${FILE}#deleteLocationAction`,
		at: { LOCATION: onLocation("location.write") },
		changes: true,
		stepUp: true,
		input: async (_stage, target) => ({ ...naming(target), typedName: target.location?.name }),
		undo: put("deleted_at = null"),
	},
	{
		kind: "tenant",
		name: `${FILE}#describeDependentsAction`,
		at: { LOCATION: onLocation("location.view") },
		changes: false,
		input: async (_stage, target) => naming(target),
	},
];
