import { z } from "zod";
import { Nothing } from "#lib/contracts/unkey/envelope.ts";
import {
	presentCredits,
	presentPermissions,
	UnkeyCredits,
	UnkeyPermission,
	UnkeyPermissionsBody,
	UnkeyUpdateCreditsBody,
	UnkeyUpdateKeyBody,
} from "#lib/contracts/unkey/keys.ts";
import { roleFor } from "#lib/core/keys/role-for.ts";
import type { Scope } from "#lib/core/scopes.ts";
import type { Context } from "#lib/data/context.ts";
import { withFreeTitle } from "#lib/services/keys/free-title.ts";
import { moveCredits } from "#lib/services/keys/move-credits.ts";
import { type KeyPatch, patchKey } from "#lib/services/keys/patch.ts";
import { readProgramKey } from "#lib/services/keys/read-for-program.ts";
import type { Route } from "../route.ts";
import { call, checkRole, idOf } from "./call.ts";
import { madeUpName } from "./key-routes.ts";

const writing = { service: "keys", scopes: ["keys.write"] } as const;

const updateRoute = call({
	...writing,
	method: "updateKey",
	summary: "Change a key",
	description: "What is left out stays as it is; null clears.",
	body: UnkeyUpdateKeyBody,
	data: Nothing,
	async answer(ctx, { keyId, ...body }) {
		await change(ctx, idOf(keyId), body);
		return { data: {} };
	},
});

type Changes = Omit<z.output<typeof UnkeyUpdateKeyBody>, "keyId">;

async function change(ctx: Context, keyId: string, { name, roles, permissions, enabled, ...body }: Changes) {
	const role = checkRole(roles, permissions);
	const patch = (title: string | undefined) =>
		patchKey(ctx, {
			keyId,
			enabled,
			changes: (before) => ({
				title,
				scopes: permissions,
				role: role ?? (permissions && roleFor(permissions, before.role)),
				expiresAt: dateOf(body.expires),
				...(body.ratelimits === null ? NO_LIMITS : body.ratelimits),
				externalId: body.externalId,
				meta: body.meta === null ? {} : body.meta,
				...creditsOf(body.credits),
			}),
		});
	if (name === undefined) return patch(undefined);
	const { locationId } = await readProgramKey(ctx, keyId);
	return withFreeTitle(ctx, { locationId, exceptId: keyId }, name ?? madeUpName(), patch);
}

const dateOf = (moment: number | null | undefined) =>
	typeof moment === "number" ? new Date(moment) : moment;

const NO_LIMITS = { rateLimit: null, programLimits: {} };

/** Null is without a limit. */
const creditsOf = (credits: Changes["credits"]): KeyPatch =>
	credits === null ? { credits: null } : { credits: credits?.remaining, refill: credits?.refill };

const creditsRoute = call({
	...writing,
	method: "updateCredits",
	summary: "Set a key's credits, or move them",
	body: UnkeyUpdateCreditsBody,
	data: UnkeyCredits,
	async answer(ctx, { keyId, operation, value = null }) {
		const id = idOf(keyId);
		const by = (value ?? 0) * (operation === "decrement" ? -1 : 1);
		const move = operation === "set" ? { keyId: id, to: value } : { keyId: id, by };
		const { credits } = await moveCredits(ctx, move);
		return { data: presentCredits(credits) };
	},
});

type Change = (held: readonly Scope[], named: readonly Scope[]) => readonly Scope[];

const permissionsRoute = (method: string, summary: string, scopesAfter: Change) =>
	call({
		...writing,
		method,
		summary,
		body: UnkeyPermissionsBody,
		data: z.array(UnkeyPermission),
		async answer(ctx, { keyId, permissions }) {
			const { scopes } = await patchKey(ctx, {
				keyId: idOf(keyId),
				changes(before) {
					const after = [...scopesAfter(before.scopes as Scope[], permissions)];
					return { scopes: after, role: roleFor(after, before.role) };
				},
			});
			return { data: presentPermissions(scopes) };
		},
	});

export const UNKEY_KEY_CHANGE_ROUTES: readonly Route[] = [
	updateRoute,
	creditsRoute,
	permissionsRoute("addPermissions", "Give a key permissions", (held, named) => [...held, ...named]),
	permissionsRoute("setPermissions", "Make a key's permissions exactly these", (_held, named) => named),
	permissionsRoute("removePermissions", "Take permissions from a key", (held, named) =>
		held.filter((scope) => !named.includes(scope)),
	),
];
