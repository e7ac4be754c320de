import { newId } from "#lib/core/ids.ts";
import { keyPermission } from "#lib/core/permissions.ts";
import type { Scope } from "#lib/core/scopes.ts";
import { keyFields, makeKey } from "#lib/testing/factories.ts";
import { makeOlderSecret } from "#lib/testing/key-secrets.ts";
import type { Rule } from "../expected.ts";
import type { ActionRow } from "../rows.ts";
import type { Stage } from "../stage.ts";
import type { Target } from "../targets.ts";

const HOUR_MS = 3_600_000;
const FILE = "app/(console)/agencies/[agency]/keys/actions.ts";

export const keyRule = (at: string | null, verb: "read" | "write", about: Rule["about"]): Rule => ({
	know: keyPermission(at, "read"),
	need: keyPermission(at, verb),
	about,
});

const AT_A_LOCATION = "a location";
const onKeys = (verb: "read" | "write", more: Partial<Rule> = {}) => ({
	AGENCY: { ...keyRule(null, verb, "thing"), ...more },
	LOCATION: { ...keyRule(AT_A_LOCATION, verb, "thing"), ...more },
});

const onList = {
	AGENCY: keyRule(null, "read", "view"),
	LOCATION: keyRule(AT_A_LOCATION, "read", "place"),
};
const selectionAt =
	(rest: Record<string, unknown> = {}) =>
	async (_stage: Stage, { location }: Target) => ({
		level: location ? "LOCATION" : "AGENCY",
		locationId: location?.id ?? null,
		search: "",
		keyIds: null,
		exceptIds: [],
		...rest,
	});

/** {@link keyOf} with an older secret that still counts. */
async function rotatedKeyOf(stage: Stage, target: Target) {
	const keyId = await keyOf(stage, target);
	if (target.state !== "non-existent") {
		const key = { id: keyId, agencyId: target.agency.id, locationId: target.location?.id ?? null };
		await makeOlderSecret(stage.world, key, new Date(Date.now() + HOUR_MS));
	}
	return keyId;
}

/** A key in the target's place and state. */
export async function keyOf({ world }: Stage, { agency, location, state }: Target, scopes?: Scope[]) {
	if (state === "non-existent") return newId();
	const now = new Date();
	const key = await makeKey(world, agency, {
		...(location && { location }),
		createdAt: now,
		...(scopes && { scopes }),
		...(state === "deleted" && { deletedAt: now }),
	});
	return key.id;
}

const aboutKey =
	(rest: Record<string, unknown> = {}) =>
	async (stage: Stage, target: Target) => ({ keyId: await keyOf(stage, target), ...rest });

const fieldsOf = ({ location }: Target) => {
	const fields = keyFields(location);
	return { ...fields, title: `${fields.title} ${newId()}` };
};

export const KEY_ACTIONS: ActionRow[] = [
	{
		kind: "tenant",
		name: `${FILE}#createKeyAction`,
		at: {
			AGENCY: keyRule(null, "write", "view"),
			LOCATION: { ...keyRule(AT_A_LOCATION, "write", "place"), refusesFirst: true },
		},
		changes: true,
		input: async (_stage, target) => fieldsOf(target),
	},
	{
		kind: "tenant",
		name: `${FILE}#editKeyAction`,
		at: onKeys("write"),
		changes: true,
		async input(stage, target) {
			const { level, locationId, ...edit } = fieldsOf(target);
			return { ...edit, keyId: await keyOf(stage, target), version: 1 };
		},
	},
	{
		kind: "tenant",
		name: `${FILE}#takeScopesAwayAction`,
		at: onKeys("write"),
		changes: true,
		input: async (stage, target) => ({
			keyId: await keyOf(stage, target, ["contacts.readonly", "forms.readonly"]),
			version: 1,
			scopes: ["forms.readonly"],
		}),
	},
	{
		kind: "tenant",
		name: `${FILE}#changeManyKeysAction`,
		at: onKeys("write"),
		changes: true,
		input: async (stage, target) => ({
			keyIds: [await keyOf(stage, target)],
			change: { kind: "switchOff" },
		}),
	},
	{
		kind: "tenant",
		name: `${FILE}#describeSelectionAction`,
		at: onList,
		changes: false,
		input: selectionAt(),
	},
	{
		kind: "tenant",
		name: `${FILE}#listSelectionAction`,
		at: onList,
		changes: false,
		input: selectionAt({ after: null }),
	},
	{
		kind: "tenant",
		name: `${FILE}#saveViewAction`,
		at: onList,
		changes: true,
		isOfCrm: true,
		input: async (_stage, { location }) => ({
			locationId: location?.id ?? null,
			name: `View ${newId()}`,
			search: "status=Active",
			replaces: null,
		}),
	},
	{
		kind: "tenant",
		name: `${FILE}#deleteViewAction`,
		at: onList,
		// The caller has no view of this name, and is told that it is gone.
		changes: false,
		input: async (_stage, { location }) => ({ locationId: location?.id ?? null, name: "Gone already" }),
	},
	{
		kind: "tenant",
		name: `${FILE}#setKeyEnabledAction`,
		at: onKeys("write"),
		changes: true,
		input: aboutKey({ enabled: false }),
	},
	{
		kind: "tenant",
		name: `${FILE}#revokeKeyAction`,
		at: onKeys("write"),
		changes: true,
		input: aboutKey({ reason: "No longer needed" }),
	},
	{
		kind: "tenant",
		name: `${FILE}#deleteKeyAction`,
		at: onKeys("write"),
		changes: true,
		input: aboutKey(),
	},
	{
		kind: "tenant",
		name: `${FILE}#rotateKeyAction`,
		at: onKeys("write"),
		changes: true,
		input: aboutKey({ version: 1, overlapSeconds: 3_600 }),
	},
	{
		kind: "tenant",
		name: `${FILE}#endKeyOverlapAction`,
		at: onKeys("write"),
		changes: true,
		input: async (stage, target) => ({ keyId: await rotatedKeyOf(stage, target), version: 1 }),
	},
	{
		kind: "tenant",
		name: `${FILE}#extendKeyOverlapAction`,
		at: onKeys("write"),
		changes: true,
		input: async (stage, target) => ({
			keyId: await rotatedKeyOf(stage, target),
			version: 1,
			endsAt: new Date(Date.now() + 24 * HOUR_MS).toISOString(),
		}),
	},
	{
		kind: "tenant",
		name: `${FILE}#restoreKeyAction`,
		at: onKeys("write", { findsDeleted: true }),
		changes: true,
		input: aboutKey(),
	},
	{
		kind: "tenant",
		name: `${FILE}#keepKeyAliveAction`,
		at: onKeys("write"),
		changes: true,
		input: aboutKey(),
	},
	{
		kind: "tenant",
		name: `${FILE}#describeKeyUseAction`,
		at: onKeys("read"),
		changes: false,
		input: aboutKey(),
	},
	{
		kind: "tenant",
		name: `${FILE}#traceRefusalAction`,
		at: onKeys("read"),
		changes: false,
		tellsOfNothing: true,
		input: async (stage, target) => ({ text: await keyOf(stage, target) }),
	},
];
