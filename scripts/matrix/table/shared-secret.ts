import { newId } from "#lib/core/ids.ts";
import { makeSharedSecret } from "#lib/testing/shared-secrets.ts";
import type { ActionRow } from "../rows.ts";
import type { Stage } from "../stage.ts";
import type { Target } from "../targets.ts";
import { onAgency } from "./agencies.ts";

const FILE = "app/(console)/agencies/[agency]/shared-secret/actions.ts";
const HOUR_MS = 3_600_000;

const clear = async ({ world }: Stage, { agency }: Target) => {
	await world.owner.query("delete from shared_secrets where agency_id = $1", [agency.id]);
};

/** A first version, which counts still, unless the target's things are deleted. */
async function firstVersion(stage: Stage, target: Target) {
	await clear(stage, target);
	if (target.state === "non-existent") return newId();
	const ended = target.state === "deleted" && { endsAt: new Date(Date.now() - HOUR_MS) };
	return (await makeSharedSecret(stage.world, target.agency, { ...ended })).id;
}

/** Versions 1, whose time is running out, and 2. Whoever has no agency has none to make. */
async function twoVersions(stage: Stage, target: Target) {
	await clear(stage, target);
	if (target.state === "non-existent" || !target.isAtHome) return;
	await makeSharedSecret(stage.world, target.agency, { endsAt: new Date(Date.now() + HOUR_MS) });
	await makeSharedSecret(stage.world, target.agency, { version: 2 });
}

export const SHARED_SECRET_ACTIONS: ActionRow[] = [
	{
		kind: "tenant",
		name: `${FILE}#createSharedSecretAction`,
		at: onAgency("shared_secret.use"),
		changes: true,
		stepUp: true,
		async input(stage, target) {
			await clear(stage, target);
			return {};
		},
	},
	{
		kind: "tenant",
		name: `${FILE}#revealSharedSecretAction`,
		at: { AGENCY: { about: "thing", know: null, need: "shared_secret.use", refusesFirst: true } },
		changes: true,
		stepUp: true,
		input: async (stage, target) => ({ id: await firstVersion(stage, target) }),
	},
	{
		kind: "tenant",
		name: `${FILE}#rotateSharedSecretAction`,
		at: onAgency("shared_secret.use"),
		changes: true,
		stepUp: true,
		async input(stage, target) {
			await twoVersions(stage, target);
			return { version: 2, overlapSeconds: 60 };
		},
	},
	{
		kind: "tenant",
		name: `${FILE}#endOverlapAction`,
		at: onAgency("shared_secret.use"),
		changes: true,
		async input(stage, target) {
			await twoVersions(stage, target);
			return { version: 1 };
		},
	},
	{
		kind: "tenant",
		name: `${FILE}#requireSignedRequestsAction`,
		at: onAgency("policy.write"),
		changes: true,
		async input(stage, target) {
			await twoVersions(stage, target);
			return { required: true };
		},
		undo: ({ world }, { agency }) =>
			world.owner.query("update agency_policies set require_signed_requests = false where agency_id = $1", [
				agency.id,
			]),
	},
];
