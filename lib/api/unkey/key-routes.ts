import { z } from "zod";
import { envelopedPage, Nothing } from "#lib/contracts/unkey/envelope.ts";
import {
	presentKey,
	UnkeyCreateKeyBody,
	UnkeyDeleteKeyBody,
	UnkeyGetKeyBody,
	UnkeyKey,
	UnkeyListKeysBody,
	UnkeyNewKey,
	UnkeyRerollKeyBody,
	UnkeyWhoamiBody,
} from "#lib/contracts/unkey/keys.ts";
import { newId } from "#lib/core/ids.ts";
import { roleFor } from "#lib/core/keys/role-for.ts";
import { createKey } from "#lib/services/keys/create.ts";
import { deleteKey } from "#lib/services/keys/delete.ts";
import { withFreeTitle } from "#lib/services/keys/free-title.ts";
import { listForProgram, readKeyOfText, readProgramKey } from "#lib/services/keys/read-for-program.ts";
import { replaceKey } from "#lib/services/keys/replace.ts";
import { makeCursor, readCursor } from "../cursor.ts";
import type { Route } from "../route.ts";
import { call, checkRole, idOf, ownReach, placeOf } from "./call.ts";

const reading = { service: "keys", scopes: ["keys.readonly"] } as const;
const writing = { service: "keys", scopes: ["keys.write"] } as const;

/** What a key is called that its maker gave no name: people tell keys apart by their titles. */
export const madeUpName = () => `Key ${newId().slice(-8)}`;

const createRoute = call({
	...writing,
	method: "createKey",
	summary: "Create a key",
	description:
		"No key makes one that holds more than itself does, nor one that manages keys. A name that is taken gets a number.",
	creates: true,
	body: UnkeyCreateKeyBody,
	data: UnkeyNewKey,
	async answer(ctx, { apiId, name = madeUpName(), roles, permissions = [], enabled, ...body }) {
		const locationId = placeOf(ctx, apiId);
		const fields = {
			level: locationId === null ? ("AGENCY" as const) : ("LOCATION" as const),
			locationId,
			...ownReach(ctx, locationId),
			description: "",
			role: checkRole(roles, permissions) ?? roleFor(permissions, null),
			scopes: permissions,
			expiresAt: body.expires === undefined ? null : new Date(body.expires),
			rateLimit: body.ratelimits?.rateLimit ?? null,
			programLimits: body.ratelimits?.programLimits,
			credits: body.credits?.remaining ?? null,
			refill: body.credits?.refill ?? null,
			externalId: body.externalId ?? null,
			meta: body.meta,
		};
		const { key, secret } = await withFreeTitle(ctx, { locationId, exceptId: null }, name, (title) =>
			createKey(ctx, { ...fields, title }, { enabled: enabled ?? true }),
		);
		return { data: { keyId: key.id, key: secret } };
	},
});

const getRoute = call({
	...reading,
	method: "getKey",
	summary: "Read a key",
	body: UnkeyGetKeyBody,
	data: UnkeyKey,
	answer: async (ctx, { keyId }) => ({ data: presentKey(await readProgramKey(ctx, idOf(keyId))) }),
});

const whoamiRoute = call({
	...reading,
	method: "whoami",
	summary: "Read the key with this text",
	body: UnkeyWhoamiBody,
	data: UnkeyKey,
	answer: async (ctx, { key }) => ({ data: presentKey(await readKeyOfText(ctx, key)) }),
});

const deleteRoute = call({
	...writing,
	method: "deleteKey",
	summary: "Move a key to the trash",
	description: "It stops at once, and people can restore it for 30 days.",
	body: UnkeyDeleteKeyBody,
	data: Nothing,
	async answer(ctx, { keyId }) {
		await deleteKey(ctx, { keyId: idOf(keyId) });
		return { data: {} };
	},
});

const rerollRoute = call({
	...writing,
	method: "rerollKey",
	summary: "Replace a key by another like it",
	description:
		"The new key takes over the name; the old one goes on for `expiration` under a name with a number.",
	creates: true,
	body: UnkeyRerollKeyBody,
	data: UnkeyNewKey,
	async answer(ctx, { keyId, expiration }) {
		const endsAt = new Date(ctx.now.getTime() + expiration);
		const { id, secret } = await replaceKey(ctx, { keyId: idOf(keyId), endsAt });
		return { data: { keyId: id, key: secret } };
	},
});

const listRoute = call({
	service: "apis",
	scopes: ["keys.readonly"],
	method: "listKeys",
	summary: "List the keys of the agency or of a location, the oldest first",
	body: UnkeyListKeysBody,
	data: z.array(UnkeyKey),
	envelope: envelopedPage(UnkeyKey),
	async answer(ctx, { apiId, limit, cursor, externalId }) {
		const locationId = placeOf(ctx, apiId);
		const home = { agencyId: ctx.agencyId, list: "unkey-keys", filters: { locationId, externalId } };
		const after = cursor === undefined ? null : readCursor(home, cursor, z.tuple([z.uuid()]))[0];
		const keys = await listForProgram(ctx, { locationId, externalId, after, max: limit + 1 });
		const page = keys.slice(0, limit);
		const last = page.at(-1);
		const hasMore = keys.length > limit && last !== undefined;
		const pagination = { hasMore, ...(hasMore && { cursor: makeCursor(home, [last.id]) }) };
		return { data: page.map(presentKey), pagination };
	},
});

export const UNKEY_KEY_ROUTES: readonly Route[] = [
	createRoute,
	getRoute,
	whoamiRoute,
	deleteRoute,
	rerollRoute,
	listRoute,
];
