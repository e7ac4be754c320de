import { z } from "zod";
import {
	ChangedKey,
	CreateKeyBody,
	DeletedKey,
	EditKeyBody,
	Key,
	KeyPage,
	NewKey,
	presentKey,
} from "#lib/contracts/v2/keys.ts";
import { Id } from "#lib/core/ids.ts";
import { KEY_LEVELS, KEY_ROLES, KEY_STATUSES } from "#lib/core/keys/key.ts";
import { presentPropagation } from "#lib/core/keys/propagation.ts";
import { SCOPES, type Scope } from "#lib/core/scopes.ts";
import type { Context } from "#lib/data/context.ts";
import { createKey } from "#lib/services/keys/create.ts";
import { deleteKey } from "#lib/services/keys/delete.ts";
import { describeKey } from "#lib/services/keys/describe.ts";
import { listKeysAfter } from "#lib/services/keys/list-after.ts";
import { patchKey } from "#lib/services/keys/patch.ts";
import { Cursor, makeCursor, readCursor } from "../cursor.ts";
import { limit } from "../limit.ts";
import { type Route, route } from "../route.ts";

export const KeyParams = z.strictObject({ keyId: Id });

const USUAL_PAGE = 50;
const writing = { dialect: "native", tag: "Keys", scopes: ["keys.write"], location: "optional" } as const;
const reading = { ...writing, scopes: ["keys.readonly"] } as const;

const ListQuery = z.strictObject({
	level: z.enum(KEY_LEVELS).optional(),
	locationId: Id.optional().describe("Keys of this location."),
	status: z.enum(KEY_STATUSES).optional(),
	role: z.enum(KEY_ROLES).optional(),
	scope: z.enum(SCOPES).optional().describe("Keys that may do what this scope names."),
	unused: z.enum(["true", "false"]).optional().describe("Keys that were never used, or were."),
	limit: limit(USUAL_PAGE),
	cursor: Cursor,
});

const Position = z.tuple([z.iso.datetime(), z.uuid()]);

const listKeys = route({
	...reading,
	method: "GET",
	path: "/api/v2/keys",
	operationId: "listKeys",
	summary: "List keys, the newest first",
	query: ListQuery,
	answers: { 200: KeyPage },
	async handle({ ctx }, { query: { cursor, limit: size, scope, unused, ...same } }) {
		const home = { agencyId: ctx.agencyId, list: "keys", filters: { ...same, scope, unused } };
		const position = cursor === undefined ? null : readCursor(home, cursor, Position);
		const keys = await listKeysAfter(ctx, {
			...same,
			scopes: scope && includedIn(scope),
			unused: unused && unused === "true",
			after: position && { createdAt: new Date(position[0]), id: position[1] },
			max: size + 1,
		});
		const data = keys.slice(0, size);
		const last = data.at(-1);
		const hasMore = keys.length > size && last !== undefined;
		const nextCursor = hasMore ? makeCursor(home, [last.createdAt, last.id]) : null;
		return { status: 200, body: { data: data.map(presentKey), nextCursor } };
	},
});

/** The scopes that allow what a scope does: writing includes reading. */
const includedIn = (scope: Scope) => [scope, scope.replace(/\.readonly$/, ".write")];

const createRoute = route({
	...writing,
	method: "POST",
	path: "/api/v2/keys",
	operationId: "createKey",
	summary: "Create a key",
	description: "No key makes one that holds more than itself does, nor one that manages keys.",
	creates: true,
	body: CreateKeyBody,
	answers: { 201: NewKey },
	answerHeaders: { Location: "The address of the key." },
	async handle({ ctx }, { body: { locationIds, ...fields } }) {
		const chosen = { allLocations: locationIds === null, locationIds: locationIds ?? [] };
		const { key, secret } = await createKey(ctx, { ...fields, ...chosen });
		const made = await readKey(ctx, key.id);
		const headers = { Location: `/api/v2/keys/${key.id}` };
		return { status: 201, body: { ...made, key: secret }, headers };
	},
});

const getKey = route({
	...reading,
	method: "GET",
	path: "/api/v2/keys/{keyId}",
	operationId: "getKey",
	summary: "Read a key",
	params: KeyParams,
	answers: { 200: Key },
	handle: async ({ ctx }, { params }) => ({ status: 200, body: await readKey(ctx, params.keyId) }),
});

const editRoute = route({
	...writing,
	method: "PATCH",
	path: "/api/v2/keys/{keyId}",
	operationId: "editKey",
	summary: "Change a key",
	description: "What is left out stays as it is.",
	params: KeyParams,
	body: EditKeyBody,
	answers: { 200: ChangedKey },
	async handle({ ctx }, { params: { keyId }, body: { version, locationIds, ...named } }) {
		const chosen = locationIds !== undefined && {
			allLocations: locationIds === null,
			locationIds: locationIds ?? [],
		};
		const { propagation } = await patchKey(ctx, { keyId, version, changes: { ...named, ...chosen } });
		return { status: 200, body: { ...(await readKey(ctx, keyId)), ...presentPropagation(propagation) } };
	},
});

const deleteRoute = route({
	...writing,
	method: "DELETE",
	path: "/api/v2/keys/{keyId}",
	operationId: "deleteKey",
	summary: "Move a key to the trash",
	description: "It stops at once, and can be restored for 30 days.",
	params: KeyParams,
	answers: { 200: DeletedKey },
	async handle({ ctx }, { params: { keyId } }) {
		const { propagation } = await deleteKey(ctx, { keyId });
		return { status: 200, body: { id: keyId, deleted: true, ...presentPropagation(propagation) } };
	},
});

/** A key as it is now, in the words of the API. */
export async function readKey(ctx: Context, keyId: string) {
	const { key } = await describeKey(ctx, { keyId, placeId: null });
	return presentKey(key);
}

export const KEY_ROUTES: readonly Route[] = [listKeys, createRoute, getKey, editRoute, deleteRoute];
